package org.jiuye.checks.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.jiuye.template.TemplateReader;
import org.jspecify.annotations.Nullable;

/**
 * The county and its nested stacks as one template, for a cloud without buckets to take children
 * from. What a nested stack declares is called by the stack's name and its own, as the reader of
 * templates calls it, too.
 */
final class Flattened {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");
  private static final String STACK = "AWS::CloudFormation::Stack";

  private final Path folder;
  private final Map<String, Object> root;
  private final Map<String, Child> children = new LinkedHashMap<>();

  private Flattened(Path file) {
    this.folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    this.root = TemplateReader.source(file).toPlain();
    entries(root, "Resources")
        .forEach(
            (name, resource) -> {
              if (STACK.equals(map(resource).get("Type"))) {
                children.put(name, new Child(name, map(map(resource).get("Properties"))));
              }
            });
  }

  /** One template of several, as JSON. */
  static String of(Path file) {
    return Json.MAPPER.writeValueAsString(new Flattened(file).template());
  }

  private Map<String, Object> template() {
    Map<String, Object> template = new LinkedHashMap<>(root);
    Map<String, Object> conditions = new LinkedHashMap<>(entries(root, "Conditions"));
    Map<String, Object> resources = new LinkedHashMap<>();
    entries(root, "Resources")
        .forEach(
            (name, resource) -> {
              if (!children.containsKey(name)) {
                resources.put(name, ofRoot(resource));
              }
            });
    for (Child child : children.values()) {
      // They are alike.
      template.putIfAbsent("Globals", child.rewrite(entries(child.source, "Globals")));
      entries(child.source, "Conditions")
          .forEach(
              (name, condition) -> conditions.put(child.name + name, child.rewrite(condition)));
      entries(child.source, "Resources")
          .forEach((name, resource) -> resources.put(child.name + name, child.resource(resource)));
    }
    template.put("Conditions", conditions);
    template.put("Resources", resources);
    template.put("Outputs", ofRoot(entries(root, "Outputs")));
    return template;
  }

  /** Something of the root with nested stacks' outputs replaced by what they stand for. */
  private Object ofRoot(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(this::ofRoot).toList();
      case Map<?, ?> any -> {
        Map<String, Object> map = map(any);
        if (map.get("Fn::GetAtt") instanceof List<?> attribute) {
          @Nullable Child child = children.get(String.valueOf(attribute.get(0)));
          if (child != null) {
            yield child.output(String.valueOf(attribute.get(1)));
          }
        }
        if (map.get("Fn::Transform") instanceof Map<?, ?> transform) {
          String location = String.valueOf(map(map(transform).get("Parameters")).get("Location"));
          yield ofRoot(TemplateReader.source(folder.resolve(location)).toPlain());
        }
        if (map.containsKey("Fn::Sub")) {
          yield substitute(
              map.get("Fn::Sub"),
              name -> {
                int dot = name.indexOf('.');
                Child child = dot < 0 ? null : children.get(name.substring(0, dot));
                return child == null ? null : child.output(name.substring(dot + 1));
              },
              this::ofRoot);
        }
        Map<String, Object> rewritten = new LinkedHashMap<>();
        map.forEach((key, each) -> rewritten.put(key, ofRoot(each)));
        yield rewritten;
      }
      default -> value;
    };
  }

  /** A nested stack. */
  private final class Child {
    private final String name;
    private final Path folder;
    private final Map<String, Object> source;
    private final Map<String, Object> given;

    Child(String name, Map<String, Object> properties) {
      Path file = Flattened.this.folder.resolve(String.valueOf(properties.get("TemplateURL")));
      this.name = name;
      this.folder = Objects.requireNonNull(file.getParent());
      this.source = TemplateReader.source(file).toPlain();
      this.given = entries(properties, "Parameters");
    }

    /** What an output, for example {@code Outputs.QueueArn}, stands for. */
    Object output(String output) {
      String outputName = output.substring(output.indexOf('.') + 1);
      return rewrite(
          Objects.requireNonNull(map(entries(source, "Outputs").get(outputName)).get("Value")));
    }

    Object resource(Object resource) {
      Map<String, Object> rewritten = map(rewrite(resource));
      if (rewritten.get("Condition") instanceof String condition) {
        rewritten.put("Condition", name + condition);
      }
      Map<String, Object> properties = map(rewritten.getOrDefault("Properties", Map.of()));
      if (properties.get("CodeUri") instanceof String code) {
        properties.put("CodeUri", folder.resolve(code).normalize().toString());
      }
      return rewritten;
    }

    /** Something of this stack in the words of the root. */
    Object rewrite(Object value) {
      return switch (value) {
        case List<?> list -> new ArrayList<>(list.stream().map(this::rewrite).toList());
        case Map<?, ?> any -> {
          Map<String, Object> map = map(any);
          if (map.get("Ref") instanceof String reference && map.size() == 1) {
            yield reference(reference);
          }
          if (map.get("Fn::GetAtt") instanceof List<?> attribute) {
            yield Map.of("Fn::GetAtt", List.of(name + attribute.get(0), attribute.get(1)));
          }
          if (map.get("Fn::If") instanceof List<?> branches) {
            yield Map.of(
                "Fn::If",
                List.of(
                    name + branches.get(0), rewrite(branches.get(1)), rewrite(branches.get(2))));
          }
          if (map.containsKey("Fn::Sub")) {
            yield substitute(map.get("Fn::Sub"), this::placeholder, this::rewrite);
          }
          Map<String, Object> rewritten = new LinkedHashMap<>();
          map.forEach((key, each) -> rewritten.put(key, rewrite(each)));
          yield rewritten;
        }
        default -> value;
      };
    }

    private Object reference(String reference) {
      Map<String, Object> parameters = entries(source, "Parameters");
      if (parameters.containsKey(reference)) {
        Object value =
            ofRoot(
                Objects.requireNonNull(
                    given.getOrDefault(reference, map(parameters.get(reference)).get("Default"))));
        return "CommaDelimitedList".equals(map(parameters.get(reference)).get("Type"))
            ? Map.of("Fn::Split", List.of(",", value))
            : value;
      }
      boolean isOwn = entries(source, "Resources").containsKey(reference);
      return Map.of("Ref", isOwn ? name + reference : reference);
    }

    private Object placeholder(String placeholder) {
      int dot = placeholder.indexOf('.');
      return dot < 0
          ? reference(placeholder)
          : Map.of(
              "Fn::GetAtt",
              List.of(name + placeholder.substring(0, dot), placeholder.substring(dot + 1)));
    }
  }

  /** Gives the value that a placeholder stands for, or null where the text may keep it. */
  @FunctionalInterface
  private interface Placeholders {
    @Nullable Object value(String name);
  }

  /** Rewrites what values hold. */
  @FunctionalInterface
  private interface Rewriting {
    Object rewrite(Object value);
  }

  /** Takes out of a text with placeholders those that have a value, as variables of its own. */
  private static Object substitute(Object sub, Placeholders placeholders, Rewriting rewriting) {
    Map<String, Object> variables = new LinkedHashMap<>();
    String text;
    if (sub instanceof List<?> parts) {
      text = String.valueOf(parts.get(0));
      map(parts.get(1)).forEach((key, value) -> variables.put(key, rewriting.rewrite(value)));
    } else {
      text = String.valueOf(sub);
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    String rewritten =
        matcher.replaceAll(
            match -> {
              String name = match.group(1).strip();
              if (variables.containsKey(name)) {
                return Matcher.quoteReplacement("${" + name + "}");
              }
              Object value = placeholders.value(name);
              if (value == null) {
                return Matcher.quoteReplacement("${" + name + "}");
              }
              String variable = "Variable" + variables.size();
              variables.put(variable, value);
              return Matcher.quoteReplacement("${" + variable + "}");
            });
    return Map.of("Fn::Sub", variables.isEmpty() ? rewritten : List.of(rewritten, variables));
  }

  private static Map<String, Object> entries(Map<String, Object> map, String key) {
    return map(map.getOrDefault(key, Map.of()));
  }

  @SuppressWarnings("unchecked") // What is read from YAML has texts as keys.
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }
}
