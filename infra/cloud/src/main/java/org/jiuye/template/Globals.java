package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's {@code Globals}: what every function or API has unless it says otherwise. */
final class Globals {

  private final TemplateNode.Mapping sections;

  Globals(TemplateNode.Mapping sections) {
    this.sections = sections;
    sections
        .entries()
        .forEach(
            (section, value) -> {
              if (!section.equals("Function") && !section.equals("HttpApi")) {
                throw value.position().refuse("Globals: " + section + " is not supported");
              }
            });
  }

  /** A resource's properties over those of its kind. */
  TemplateNode.Mapping applyTo(String type, TemplateNode.Mapping properties) {
    return switch (type) {
      case "AWS::Serverless::Function" -> merge(sections.mapping("Function"), properties);
      case "AWS::Serverless::HttpApi" -> merge(sections.mapping("HttpApi"), properties);
      default -> properties;
    };
  }

  /** Mappings join, lists follow one another, any other value replaces, as SAM does it. */
  private static TemplateNode.Mapping merge(
      TemplateNode.Mapping global, TemplateNode.Mapping local) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>(global.entries());
    local
        .entries()
        .forEach((key, value) -> entries.merge(key, value, (before, own) -> merge(before, own)));
    return new TemplateNode.Mapping(local.position(), entries);
  }

  private static TemplateNode merge(TemplateNode global, TemplateNode local) {
    if (Intrinsics.isFunction(global) || Intrinsics.isFunction(local)) {
      return local;
    }
    if (global instanceof TemplateNode.Mapping before
        && local instanceof TemplateNode.Mapping own) {
      return merge(before, own);
    }
    if (global instanceof TemplateNode.Sequence before
        && local instanceof TemplateNode.Sequence own) {
      List<TemplateNode> items = new ArrayList<>(before.items());
      items.addAll(own.items());
      return new TemplateNode.Sequence(own.position(), items);
    }
    return local;
  }
}
