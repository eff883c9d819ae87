package org.jiuye.notification;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.notification.model.Notification;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Language;
import org.jspecify.annotations.Nullable;

/**
 * Writes notifications out in the reader's language, from message files. A gap is {@code {name}},
 * {@code {name, date}}, {@code {name, time}} or {@code {name, code}}, whose text is under {@code
 * name.CODE}; a name that stands there in several languages is taken in the reader's.
 */
final class NoticeTexts {
  private static final String BUNDLE = "org.jiuye.notification.notices";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final Pattern GAP = Pattern.compile("\\{(\\w+)(?:, (date|time|code))?}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  String title(Notification notification, Language language) {
    return write("title", notification, language);
  }

  String text(Notification notification, Language language) {
    return write("text", notification, language);
  }

  private static String write(String part, Notification notification, Language language) {
    String key = notification.template() + "." + notification.templateVersion() + "." + part;
    return GAP.matcher(texts(language).getString(key))
        .replaceAll(
            gap ->
                Matcher.quoteReplacement(fill(gap.group(1), gap.group(2), notification, language)));
  }

  private static String fill(
      String name, @Nullable String form, Notification notification, Language language) {
    Object value = notification.parameters().get(name);
    if (value instanceof Map<?, ?> byLanguage) {
      value = byLanguage.get(language.tag());
    }
    if (value == null) {
      throw new IllegalStateException(notification.template() + " has nothing for " + name);
    }
    String text = value.toString();
    return switch (form) {
      case "date" -> date(dateOf(text), language);
      case "code" -> code(name + "." + text, text, language);
      case "time" -> TIME.format(OffsetDateTime.parse(text).atZoneSameInstant(CountyTime.ZONE));
      case null, default -> text;
    };
  }

  /** The text of a code; the code itself where a newer producer has one that we do not know yet. */
  private static String code(String key, String code, Language language) {
    ResourceBundle texts = texts(language);
    return texts.containsKey(key) ? texts.getString(key) : code;
  }

  /** A date, or the county's date at a moment. */
  private static LocalDate dateOf(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text)
        : CountyTime.dateOf(OffsetDateTime.parse(text).toInstant());
  }

  private static String date(LocalDate date, Language language) {
    return DateTimeFormatter.ofPattern(texts(language).getString("date"), language.locale())
        .format(date);
  }

  private static ResourceBundle texts(Language language) {
    return ResourceBundle.getBundle(
        BUNDLE, language.locale(), NoticeTexts.class.getClassLoader(), EXACT);
  }
}
