package org.jiuye.contract.notice;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The words of one version of a template. */
final class Wording {
  private static final List<String> PARTS = List.of("title", "text");

  private final JsonNode template;

  Wording(JsonNode template) {
    this.template = template;
  }

  /** Tells what is wrong with the gaps, which the fields of the template fill. */
  void check(Map<String, FieldKind> kinds, Consumer<String> findings) {
    for (String part : PARTS) {
      template
          .path(part)
          .properties()
          .forEach(words -> check(words.getValue().asString(), kinds, findings));
    }
  }

  private static void check(String text, Map<String, FieldKind> kinds, Consumer<String> findings) {
    try {
      for (Gaps.Gap gap : Gaps.of(text)) {
        FieldKind kind = kinds.get(gap.name());
        if (kind == null) {
          findings.accept("the template does not keep " + gap.name() + ", which is a gap");
        } else if (gap.form().isEmpty() && kind.usualForm().isEmpty()) {
          findings.accept(gap.name() + " needs its form: one of " + kind.forms());
        } else if (!gap.form().isEmpty() && !kind.forms().contains(gap.form())) {
          findings.accept(gap.name() + " is a " + kind.name() + " and no " + gap.form());
        }
      }
    } catch (IllegalArgumentException malformed) {
      findings.accept(String.valueOf(malformed.getMessage()));
    }
  }

  /** The words, with the form of each gap spelled out. */
  ObjectNode spelledOut(Map<String, FieldKind> kinds) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    for (String part : PARTS) {
      ObjectNode languages = words.putObject(part);
      template
          .path(part)
          .properties()
          .forEach(
              text -> languages.put(text.getKey(), spelledOut(text.getValue().asString(), kinds)));
    }
    return words;
  }

  private static String spelledOut(String text, Map<String, FieldKind> kinds) {
    return Gaps.replace(
        text,
        gap -> {
          String form = gap.form();
          if (form.isEmpty()) {
            FieldKind kind = kinds.get(gap.name());
            form = kind == null ? "" : kind.usualForm().orElse("");
          }
          return "{" + gap.name() + ", " + form + "}";
        });
  }
}
