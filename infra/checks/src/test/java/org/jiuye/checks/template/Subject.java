package org.jiuye.checks.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jiuye.checks.Repository;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import org.jiuye.template.TemplateNode;
import org.jiuye.template.TemplateReader;
import org.jiuye.testing.TestCloud;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * A template that is judged, with those of its nested stacks.
 *
 * @param template what they declare, evaluated
 * @param files their texts
 */
record Subject(CloudTemplate template, Map<Path, String> files) {
  static Subject read(Path file) {
    CloudTemplate template =
        TemplateReader.read(file, TestCloud.PARAMETERS, LocalNames.notRunning());
    Map<Path, String> files = new LinkedHashMap<>();
    Stream.concat(Stream.of(file), template.stacks().stream().map(CloudTemplate.NestedStack::file))
        .forEach(each -> files.put(each, Repository.text(each)));
    return new Subject(template, files);
  }

  /** Every single value as it is written, comments aside. */
  List<String> scalars() {
    return files.values().stream()
        .flatMap(
            text ->
                StreamSupport.stream(
                    new Parse(LoadSettings.builder().build()).parseString(text).spliterator(),
                    false))
        .filter(ScalarEvent.class::isInstance)
        .map(event -> ((ScalarEvent) event).getValue())
        .toList();
  }

  /** Every template, evaluated, by the name of its stack; the root's has none. */
  Map<String, TemplateNode.Mapping> documents() {
    Map<String, TemplateNode.Mapping> documents = new LinkedHashMap<>();
    documents.put("The county", template.document());
    template.stacks().forEach(stack -> documents.put(stack.logicalId(), stack.document()));
    return documents;
  }

  /** The evaluated properties of every resource of a type, by its name. */
  Stream<Map.Entry<String, TemplateNode.Mapping>> resources(String type) {
    return template.resources().entrySet().stream()
        .filter(resource -> text(resource.getValue(), "Type").equals(Optional.of(type)))
        .map(resource -> Map.entry(resource.getKey(), resource.getValue().mapping("Properties")));
  }

  /** The declaration of one of the root's parameters. */
  TemplateNode.Mapping parameter(String name) {
    return template.document().mapping("Parameters").mapping(name);
  }

  /** A single value, empty where none is. */
  static Optional<String> text(TemplateNode.Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(TemplateNode.Scalar.class::isInstance)
        .map(node -> ((TemplateNode.Scalar) node).text());
  }
}
