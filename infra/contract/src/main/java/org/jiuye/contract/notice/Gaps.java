package org.jiuye.contract.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gaps of a text, as {@code org.jiuye.shared.text.TextWithGaps} fills them when functions run.
 * This module is built before that one, so it reads them itself.
 */
final class Gaps {
  private static final Pattern GAP = Pattern.compile("\\{([A-Za-z]\\w*)(?:, ([a-z]+))?}");

  private Gaps() {}

  /**
   * A place for a value.
   *
   * @param form empty where the value is written in its usual form
   */
  record Gap(String name, String form) {}

  /**
   * The gaps of a text in their order.
   *
   * @throws IllegalArgumentException where a brace in it belongs to no gap
   */
  static List<Gap> of(String text) {
    List<Gap> gaps = new ArrayList<>();
    String rest =
        GAP.matcher(text)
            .replaceAll(
                found -> {
                  gaps.add(gap(found.group(1), found.group(2)));
                  return "";
                });
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      throw new IllegalArgumentException("A brace that belongs to no gap: " + text);
    }
    return gaps;
  }

  /** A text with something else in the place of each gap. */
  static String replace(String text, Function<Gap, String> replacement) {
    return GAP.matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(replacement.apply(gap(found.group(1), found.group(2)))));
  }

  private static Gap gap(String name, @Nullable String form) {
    return new Gap(name, form == null ? "" : form);
  }
}
