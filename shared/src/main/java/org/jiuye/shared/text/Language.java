package org.jiuye.shared.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that people are answered in. */
public enum Language {
  CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE, "uuuu年M月d日"),
  ENGLISH("en", Locale.ENGLISH, "d MMMM uuuu");

  private final String tag;
  private final Locale locale;
  private final String date;

  Language(String tag, Locale locale, String date) {
    this.tag = tag;
    this.locale = locale;
    this.date = date;
  }

  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }

  /** A date as people write it: 2026年7月1日, 1 July 2026. */
  public String date(LocalDate day) {
    return DateTimeFormatter.ofPattern(date, locale).format(day);
  }

  /**
   * The best of an {@code Accept-Language} header; Chinese where none fits or it cannot be read.
   */
  public static Language of(Optional<String> acceptLanguage) {
    return acceptLanguage.flatMap(Language::best).orElse(CHINESE);
  }

  private static Optional<Language> best(String header) {
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        String language = Locale.forLanguageTag(range.getRange()).getLanguage();
        Optional<Language> match =
            List.of(values()).stream()
                .filter(known -> known.locale.getLanguage().equals(language))
                .findFirst();
        if (match.isPresent() && range.getWeight() > 0) {
          return match;
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
