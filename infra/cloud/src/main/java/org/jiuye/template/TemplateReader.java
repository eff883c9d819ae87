package org.jiuye.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a template of AWS SAM with the templates of its nested stacks. Whatever it does not
 * understand, and what would make a template mean something else, is refused with file, line and
 * reason.
 */
public final class TemplateReader {

  private TemplateReader() {}

  /**
   * Reads and evaluates a template.
   *
   * @param parameters values of the template's parameters; what is not given has its default
   * @throws TemplateException when it can not be run as it stands
   */
  public static CloudTemplate read(
      Path templateFile, Map<String, String> parameters, PhysicalNames names) {
    Stack root = Stack.root(templateFile, parameters, names);
    ResourceReader reader = new ResourceReader(names);
    TemplateNode.Mapping document = root.read(reader);

    Map<String, String> parameterTexts = new LinkedHashMap<>();
    root.parameters().forEach((name, value) -> parameterTexts.put(name, plainText(value)));
    Map<String, String> outputTexts = new LinkedHashMap<>();
    TemplateNode.Mapping outputs = document.mapping("Outputs");
    outputs
        .entries()
        .keySet()
        .forEach(name -> root.output(name).ifPresent(value -> outputTexts.put(name, value)));
    return reader.build(parameterTexts, outputTexts, document);
  }

  /** The names of the parameters that a template declares. */
  public static Set<String> parameters(Path templateFile) {
    return TemplateBuilder.read(templateFile).mapping("Parameters").entries().keySet();
  }

  /**
   * A template as it is written, not evaluated: {@code !Ref} and its like have their long forms.
   *
   * @param file YAML or JSON
   */
  public static TemplateNode.Mapping source(Path file) {
    return TemplateBuilder.read(file);
  }

  private static String plainText(TemplateNode value) {
    List<String> parts = new ArrayList<>();
    switch (value) {
      case TemplateNode.Scalar scalar -> parts.add(scalar.text());
      case TemplateNode.Sequence list -> list.items().forEach(item -> parts.add(plainText(item)));
      case TemplateNode.Mapping mapping ->
          throw mapping.position().refuse("A parameter can not be a mapping");
    }
    return String.join(",", parts);
  }
}
