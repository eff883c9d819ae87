package org.jiuye.notification.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.text.Language;
import org.jiuye.shared.text.TextWithGaps;
import tools.jackson.databind.JsonNode;

/**
 * Writes notifications out in the reader's language, by {@code words.json}: the build makes it of
 * the {@code notices.yaml} of all capabilities. Each gap in a text names its form: {@code date},
 * {@code time}, {@code name} (taken in the reader's language), {@code code} (written out by the
 * words of the capability that told it), {@code count} or {@code text}.
 */
public final class Words {
  private static final String NAME = "/org/jiuye/notification/words.json";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final JsonNode words;

  Words(JsonNode words) {
    this.words = words;
  }

  /** The words of this package. */
  public static Words read() {
    try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream(NAME))) {
      return new Words(Json.MAPPER.readTree(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String title(Notification notification, Language language) {
    return write("title", notification, language);
  }

  String text(Notification notification, Language language) {
    return write("text", notification, language);
  }

  private String write(String part, Notification notification, Language language) {
    JsonNode template = words.path("templates").path(notification.template());
    JsonNode text =
        template
            .path("versions")
            .path(Integer.toString(notification.templateVersion()))
            .path(part)
            .path(language.tag());
    if (!text.isString()) {
      throw new IllegalStateException("There are no words for " + notification.template());
    }
    JsonNode codes = words.path("codes").path(template.path("capability").asString(""));
    return new TextWithGaps(text.stringValue())
        .fill(gap -> fill(gap, notification, codes, language));
  }

  private static String fill(
      TextWithGaps.Gap gap, Notification notification, JsonNode codes, Language language) {
    Object value = notification.parameters().get(gap.name());
    if (value instanceof Map<?, ?> byLanguage) {
      value = byLanguage.get(language.tag());
    }
    if (value == null) {
      throw new IllegalStateException(notification.template() + " has nothing for " + gap.name());
    }
    String text = value.toString();
    return switch (gap.form()) {
      case "date" -> language.date(dateOf(text));
      case "time" -> TIME.format(OffsetDateTime.parse(text).atZoneSameInstant(CountyTime.ZONE));
      // Where who told it has a newer code than this package knows, the code itself.
      case "code" -> codes.path(gap.name()).path(text).path(language.tag()).asString(text);
      default -> text;
    };
  }

  /** A date, or the county's date at a moment. */
  private static LocalDate dateOf(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text)
        : CountyTime.dateOf(OffsetDateTime.parse(text).toInstant());
  }
}
