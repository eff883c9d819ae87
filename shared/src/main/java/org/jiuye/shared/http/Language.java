package org.jiuye.shared.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that people are answered in. */
public enum Language {
  CHINESE("zh-CN", Locale.SIMPLIFIED_CHINESE),
  ENGLISH("en", Locale.ENGLISH);

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  public String tag() {
    return tag;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The best of an {@code Accept-Language} header; Chinese where none fits or it cannot be read.
   */
  static Language of(Optional<String> acceptLanguage) {
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
