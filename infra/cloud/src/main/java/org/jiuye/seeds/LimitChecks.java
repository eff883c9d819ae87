package org.jiuye.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of the limits that a vacancy must not have. */
final class LimitChecks {

  private LimitChecks() {}

  /** Patterns find every text that they should, and none of those that look alike. */
  static List<SeedError> limitExamples(List<Located> limits, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located limit : limits) {
      List<Pattern> patterns = patterns(limit, errors);
      for (Located text : texts(limit, "refuses")) {
        if (!isFound(patterns, text)) {
          errors.add(text.error("no pattern of the limit finds it"));
        }
      }
      for (Located text : texts(limit, "allows")) {
        if (isFound(patterns, text)) {
          errors.add(text.error("a pattern of the limit finds it"));
        }
      }
    }
    return errors;
  }

  private static List<Pattern> patterns(Located limit, List<SeedError> errors) {
    List<Pattern> patterns = new ArrayList<>();
    for (Located pattern : texts(limit, "patterns")) {
      try {
        patterns.add(
            Pattern.compile(pattern.node().asString("").replace("{who}", limit.text("who"))));
      } catch (PatternSyntaxException malformed) {
        errors.add(pattern.error("is no regular expression: " + malformed.getDescription()));
      }
    }
    return patterns;
  }

  private static List<Located> texts(Located limit, String property) {
    Located list = limit.child(property);
    return list == null ? List.of() : list.children();
  }

  private static boolean isFound(List<Pattern> patterns, Located text) {
    String small = text.node().asString("").toLowerCase(Locale.ROOT);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(small).find());
  }
}
