package org.jiuye.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jiuye.seeds.SeedFile.Located;

/** Checks of regular expressions that are seeds: each entry brings texts to try them on. */
final class PatternChecks {

  private PatternChecks() {}

  /** Patterns find every text under {@code refuses}, and none of those under {@code allows}. */
  static List<SeedError> patternsFindTheirExamples(List<Located> entries, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    for (Located entry : entries) {
      List<Pattern> patterns = patterns(entry, errors);
      for (Located text : texts(entry, "refuses")) {
        if (!isFound(patterns, text)) {
          errors.add(text.error("no pattern of the entry finds it"));
        }
      }
      for (Located text : texts(entry, "allows")) {
        if (isFound(patterns, text)) {
          errors.add(text.error("a pattern of the entry finds it"));
        }
      }
    }
    return errors;
  }

  private static List<Pattern> patterns(Located entry, List<SeedError> errors) {
    List<Pattern> patterns = new ArrayList<>();
    for (Located pattern : texts(entry, "patterns")) {
      try {
        patterns.add(
            Pattern.compile(pattern.node().asString("").replace("{who}", entry.text("who"))));
      } catch (PatternSyntaxException malformed) {
        errors.add(pattern.error("is no regular expression: " + malformed.getDescription()));
      }
    }
    return patterns;
  }

  private static List<Located> texts(Located entry, String property) {
    Located list = entry.child(property);
    return list == null ? List.of() : list.children();
  }

  private static boolean isFound(List<Pattern> patterns, Located text) {
    String small = text.node().asString("").toLowerCase(Locale.ROOT);
    return patterns.stream().anyMatch(pattern -> pattern.matcher(small).find());
  }
}
