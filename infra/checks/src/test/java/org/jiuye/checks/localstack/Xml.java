package org.jiuye.checks.localstack;

import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A part of an answer in XML. */
record Xml(Element element) {

  /** The text of the first element of a name below; empty when there is none. */
  String text(String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  /** The members of the first list of a name below. */
  List<Xml> members(String name) {
    NodeList lists = element.getElementsByTagName(name);
    if (lists.getLength() == 0) {
      return List.of();
    }
    NodeList nodes = lists.item(0).getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(node -> new Xml((Element) node))
        .toList();
  }
}
