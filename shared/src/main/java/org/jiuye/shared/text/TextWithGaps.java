package org.jiuye.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with gaps for values: {@code {name}}, or {@code {name, form}} where a value can be written
 * in several forms, a moment as a date or as a time for example.
 */
public final class TextWithGaps {
  private static final Pattern GAP = Pattern.compile("\\{([A-Za-z]\\w*)(?:, ([a-z]+))?}");

  private final String text;
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException where a brace in it belongs to no gap
   */
  public TextWithGaps(String text) {
    this.text = text;
    Matcher matcher = GAP.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (matcher.find()) {
      gaps.add(gap(matcher.group(1), matcher.group(2)));
      matcher.appendReplacement(rest, "");
    }
    if (matcher.appendTail(rest).chars().anyMatch(character -> "{}".indexOf(character) >= 0)) {
      throw new IllegalArgumentException("A brace that belongs to no gap: " + text);
    }
  }

  /**
   * A place for a value.
   *
   * @param form empty where the value is written in its usual form
   */
  public record Gap(String name, String form) {}

  /** The gaps in their order. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** The text with a value in each gap, as it stands: braces in a value are no gaps. */
  public String fill(Function<Gap, String> values) {
    return GAP.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.apply(gap(found.group(1), found.group(2)))));
  }

  private static Gap gap(String name, @Nullable String form) {
    return new Gap(name, form == null ? "" : form);
  }
}
