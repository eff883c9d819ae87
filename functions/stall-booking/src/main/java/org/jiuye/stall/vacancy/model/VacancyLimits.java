package org.jiuye.stall.vacancy.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds limits by sex, ethnicity, religion or household registration in what employers write. Words
 * cannot catch everything: a caseworker deals with what slips through, and can reject the employer
 * and cancel its booking.
 */
public final class VacancyLimits {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BESIDE_CHINESE = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");

  private final List<Compiled> limits;

  public VacancyLimits(List<VacancyLimit> limits) {
    this.limits =
        limits.stream()
            .flatMap(limit -> limit.compiled().stream().map(form -> new Compiled(limit, form)))
            .toList();
  }

  private record Compiled(VacancyLimit limit, Pattern form) {}

  /**
   * A limit that was found.
   *
   * @param words those that make it one
   */
  public record Found(VacancyLimit limit, String words) {}

  /** The first limit that a text holds; empty where none is found. */
  public Optional<Found> find(String text) {
    String plain = plain(text);
    for (Compiled compiled : limits) {
      Matcher matcher = compiled.form().matcher(plain);
      if (matcher.find()) {
        return Optional.of(new Found(compiled.limit(), matcher.group().strip()));
      }
    }
    return Optional.empty();
  }

  /** Small letters of usual width, nothing invisible, no blanks around Chinese characters. */
  static String plain(String text) {
    String usual =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace('’', '\'');
    String visible = INVISIBLE.matcher(usual).replaceAll("");
    String single = BLANKS.matcher(visible).replaceAll(" ").strip();
    return BESIDE_CHINESE.matcher(single).replaceAll("");
  }
}
