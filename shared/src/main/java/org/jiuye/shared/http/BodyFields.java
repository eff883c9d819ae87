package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.person.PersonId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request's body. Each is asked for once, with what it may be; all that is wrong,
 * fields that nobody asked for included, is told at once. A field that is wrong yields a stand-in,
 * which nobody sees: the request is refused when all have been read.
 */
public final class BodyFields {
  private static final int MOST_CHARACTERS = 65_536;

  private final JsonNode body;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  private BodyFields(JsonNode body) {
    this.body = body;
  }

  static <T> T read(HttpRequest request, Function<BodyFields, T> reader) {
    BodyFields fields = new BodyFields(parse(request));
    T value = reader.apply(fields);
    for (String name : fields.body.propertyNames()) {
      if (!fields.asked.contains(name)) {
        fields.wrong(InventedName.shown(name), "unknown-field");
      }
    }
    if (!fields.errors.isEmpty()) {
      throw ProblemException.invalid(fields.errors);
    }
    return value;
  }

  /** A text of a form. */
  public String text(String name, Pattern form) {
    return optionalText(name, form).orElseGet(() -> missing(name, ""));
  }

  /** A text of a form, or none. */
  public Optional<String> optionalText(String name, Pattern form) {
    return string(name)
        .filter(
            text -> {
              boolean fits = form.matcher(text).matches();
              if (!fits) {
                wrong(name, "wrong-format");
              }
              return fits;
            });
  }

  /** A person's id, or none. */
  public Optional<String> optionalPersonId(String name) {
    return string(name)
        .filter(
            text -> {
              boolean fits = PersonId.isValid(text);
              if (!fits) {
                wrong(name, "wrong-format");
              }
              return fits;
            });
  }

  /** A calendar date, ISO 8601. */
  public LocalDate date(String name) {
    Optional<String> text = string(name);
    if (text.isEmpty()) {
      return missing(name, LocalDate.EPOCH);
    }
    Optional<LocalDate> date = Dates.parse(text.get());
    if (date.isEmpty()) {
      wrong(name, "not-a-date");
    }
    return date.orElse(LocalDate.EPOCH);
  }

  private Optional<String> string(String name) {
    asked.add(name);
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      wrong(name, "not-a-text");
      return Optional.empty();
    }
    String text = value.stringValue();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      wrong(name, "wrong-format");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private <T> T missing(String name, T standIn) {
    if (errors.stream().noneMatch(error -> error.name().equals("/" + name))) {
      wrong(name, "required");
    }
    return standIn;
  }

  private void wrong(String name, String code) {
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    errors.add(new FieldError(FieldError.Place.POINTER, pointer, code));
  }

  private static JsonNode parse(HttpRequest request) {
    if (request.body().length() > MOST_CHARACTERS) {
      throw ProblemException.of(413, "body-too-large").with("mostCharacters", MOST_CHARACTERS);
    }
    if (request.body().isBlank()) {
      throw ProblemException.of(400, "body-missing");
    }
    String mediaType = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!mediaType.split(";", 2)[0].strip().equals("application/json")) {
      throw ProblemException.of(415, "unsupported-media-type");
    }
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(request.body());
    } catch (JacksonException malformed) {
      throw ProblemException.of(400, "malformed-json");
    }
    if (!node.isObject()) {
      throw ProblemException.of(400, "body-not-an-object");
    }
    return node;
  }

  /** Dates as requests write them. */
  static final class Dates {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /**
     * Before, China's clocks were not eight hours ahead all year, and once not by whole minutes.
     */
    private static final LocalDate FIRST = LocalDate.of(1992, 1, 1);

    /** The night of the last day would end in the year 10000: no time of RFC 3339 either. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private Dates() {}

    static Optional<LocalDate> parse(String text) {
      try {
        return Optional.of(text)
            .filter(FORM.asMatchPredicate())
            .map(LocalDate::parse)
            .filter(date -> !date.isBefore(FIRST) && !date.isAfter(LAST));
      } catch (DateTimeParseException impossible) {
        return Optional.empty();
      }
    }
  }
}
