package org.jiuye.local.tour;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.Jackson3JsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into JSON by JSON path. */
final class JsonPaths {
  private static final Configuration LENIENT =
      Configuration.builder()
          .jsonProvider(new Jackson3JsonNodeJsonProvider(new JsonMapper()))
          .mappingProvider(new Jackson3MappingProvider())
          .options(Option.SUPPRESS_EXCEPTIONS)
          .build();

  private static final Pattern REFERENCE = Pattern.compile("\\{\\{.*?}}");

  private JsonPaths() {}

  /** Whether a text is a path; references in it may stand for anything. */
  static boolean isPath(String text) {
    try {
      JsonPath.compile(REFERENCE.matcher(text).replaceAll("x"));
      return text.startsWith("$");
    } catch (JsonPathException | IllegalArgumentException noPath) {
      return false;
    }
  }

  /** What stands at a path: a text as it is, all else as JSON; empty where nothing is there. */
  static List<String> texts(JsonNode json, String path) {
    JsonPath compiled = JsonPath.compile(path);
    Object found = compiled.read(json, LENIENT);
    if (!(found instanceof JsonNode node)) {
      // What a function tells, such as length().
      return found == null ? List.of() : List.of(found.toString());
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode one : compiled.isDefinite() ? List.of(node) : node) {
      if (!one.isNull() && !one.isMissingNode()) {
        texts.add(one.isString() ? one.asString() : one.toString());
      }
    }
    return texts;
  }
}
