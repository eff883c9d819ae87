package org.jiuye.checks.template;

import java.nio.file.Path;
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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * A template that is judged.
 *
 * @param template what it declares, evaluated
 * @param scalars every single value as it is written, comments aside
 */
record Subject(CloudTemplate template, List<String> scalars) {
  private static final Map<String, String> PARAMETERS =
      Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "jiuye");

  static Subject read(Path file) {
    String text = Repository.text(file);
    List<String> scalars =
        StreamSupport.stream(
                new Parse(LoadSettings.builder().build()).parseString(text).spliterator(), false)
            .filter(ScalarEvent.class::isInstance)
            .map(event -> ((ScalarEvent) event).getValue())
            .toList();
    return new Subject(TemplateReader.read(file, PARAMETERS, LocalNames.notRunning()), scalars);
  }

  /** The evaluated properties of every resource of a type, by its name. */
  Stream<Map.Entry<String, TemplateNode.Mapping>> resources(String type) {
    TemplateNode.Mapping resources = template.document().mapping("Resources");
    return resources.entries().keySet().stream()
        .filter(name -> text(resources.mapping(name), "Type").equals(Optional.of(type)))
        .map(name -> Map.entry(name, resources.mapping(name).mapping("Properties")));
  }

  /** A single value, empty where none is. */
  static Optional<String> text(TemplateNode.Mapping mapping, String key) {
    return mapping
        .get(key)
        .filter(TemplateNode.Scalar.class::isInstance)
        .map(node -> ((TemplateNode.Scalar) node).text());
  }
}
