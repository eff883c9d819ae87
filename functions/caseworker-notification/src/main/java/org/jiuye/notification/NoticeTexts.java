package org.jiuye.notification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.notification.model.Notification;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.http.MessageFiles;
import org.jspecify.annotations.Nullable;

/**
 * Writes notifications out in the reader's language, from message files. A gap is {@code {name}},
 * {@code {name, date}}, {@code {name, time}} or {@code {name, code}}, whose text is under {@code
 * name.CODE}; a name that stands there in several languages is taken in the reader's.
 */
final class NoticeTexts {
  private static final MessageFiles FILES = new MessageFiles("org.jiuye.notification.notices");
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)(?:, (date|time|code))?}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Map<Language, Phrases> phrases = new ConcurrentHashMap<>();

  String title(Notification notification, Language language) {
    return write("title", notification, language);
  }

  String text(Notification notification, Language language) {
    return write("text", notification, language);
  }

  private String write(String part, Notification notification, Language language) {
    String key = notification.template() + "." + notification.templateVersion() + "." + part;
    Phrases in = phrases.computeIfAbsent(language, Phrases::of);
    return GAP.matcher(in.texts().getString(key))
        .replaceAll(
            gap -> Matcher.quoteReplacement(fill(gap.group(1), gap.group(2), notification, in)));
  }

  private static String fill(
      String name, @Nullable String form, Notification notification, Phrases phrases) {
    Object value = notification.parameters().get(name);
    if (value instanceof Map<?, ?> byLanguage) {
      value = byLanguage.get(phrases.language().tag());
    }
    if (value == null) {
      throw new IllegalStateException(notification.template() + " has nothing for " + name);
    }
    String text = value.toString();
    return switch (form) {
      case "date" -> phrases.date().format(dateOf(text));
      case "code" -> phrases.code(name + "." + text, text);
      case "time" -> TIME.format(OffsetDateTime.parse(text).atZoneSameInstant(CountyTime.ZONE));
      case null, default -> text;
    };
  }

  /** A date, or the county's date at a moment. */
  private static LocalDate dateOf(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text)
        : CountyTime.dateOf(OffsetDateTime.parse(text).toInstant());
  }

  /** What a language's message file holds, and how it writes a date. */
  private record Phrases(Language language, ResourceBundle texts, DateTimeFormatter date) {
    static Phrases of(Language language) {
      ResourceBundle texts = FILES.in(language);
      return new Phrases(
          language, texts, DateTimeFormatter.ofPattern(texts.getString("date"), language.locale()));
    }

    /** The text of a code; the code itself where a newer producer has one that is not known yet. */
    String code(String key, String code) {
      return texts.containsKey(key) ? texts.getString(key) : code;
    }
  }
}
