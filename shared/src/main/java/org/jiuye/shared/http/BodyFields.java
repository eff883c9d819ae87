package org.jiuye.shared.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.person.PersonId;
import org.jiuye.shared.problem.FieldError;
import org.jiuye.shared.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request's body. Each is asked for once, with what it may be; all that is wrong,
 * fields that nobody asked for included, is told at once, each by its JSON pointer. A field that is
 * wrong yields a stand-in, which nobody sees: the request is refused when all have been read.
 */
public final class BodyFields {
  private static final int MOST_CHARACTERS = 65_536;

  /** In the place of an object that is missing or wrong. */
  private static final JsonNode NOTHING = Json.MAPPER.createObjectNode();

  private final JsonNode body;
  private final String place;
  private final List<FieldError> errors;
  private final Set<String> asked = new HashSet<>();

  /**
   * The fields of an object.
   *
   * @param place the object's JSON pointer
   * @param errors what is wrong with the whole body
   */
  private BodyFields(JsonNode body, String place, List<FieldError> errors) {
    this.body = body;
    this.place = place;
    this.errors = errors;
  }

  static <T> T read(HttpRequest request, Function<BodyFields, T> reader) {
    List<FieldError> errors = new ArrayList<>();
    T value = new BodyFields(parse(request), "", errors).readWith(reader);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return value;
  }

  /** A text of a body that is read later; empty where it is none. */
  static Optional<String> peek(HttpRequest request, String name) {
    return Optional.of(parse(request).path(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  private <T> T readWith(Function<BodyFields, T> reader) {
    T value = reader.apply(this);
    for (String name : body.propertyNames()) {
      if (!asked.contains(name)) {
        wrong(InventedName.shown(name), "unknown-field");
      }
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

  /** A person's id. */
  public String personId(String name) {
    return optionalPersonId(name).orElseGet(() -> missing(name, ""));
  }

  /** One of some choices, by its name. */
  public <E extends Enum<E>> E choice(String name, Class<E> choices) {
    E[] all = choices.getEnumConstants();
    Optional<String> text = string(name);
    if (text.isEmpty()) {
      return missing(name, all[0]);
    }
    Optional<E> chosen =
        Arrays.stream(all).filter(choice -> choice.name().equals(text.get())).findAny();
    if (chosen.isEmpty()) {
      wrong(name, "not-a-choice");
    }
    return chosen.orElse(all[0]);
  }

  /** Some of some choices, each once, by their names. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> choices) {
    JsonNode value = ask(name);
    Set<E> chosen = EnumSet.noneOf(choices);
    if (!value.isArray()) {
      wrong(name, value.isMissingNode() || value.isNull() ? "required" : "not-a-list");
      return chosen;
    }
    if (value.size() > choices.getEnumConstants().length) {
      wrong(name, "wrong-size");
      return chosen;
    }
    BodyFields entries = new BodyFields(value, pointer(name), errors);
    for (int index = 0; index < value.size(); index++) {
      String text = value.path(index).isString() ? value.path(index).stringValue() : "";
      Arrays.stream(choices.getEnumConstants())
          .filter(choice -> choice.name().equals(text))
          .findAny()
          .ifPresentOrElse(chosen::add, entries.wrongEntry(index));
    }
    return chosen;
  }

  private Runnable wrongEntry(int index) {
    return () -> wrong(Integer.toString(index), "not-a-choice");
  }

  /** Yes or no. */
  public boolean flag(String name) {
    JsonNode value = ask(name);
    if (value.isMissingNode() || value.isNull()) {
      return missing(name, false);
    }
    if (!value.isBoolean()) {
      wrong(name, "not-yes-or-no");
      return false;
    }
    return value.booleanValue();
  }

  /** A whole number of a range that may be beyond an {@code int}'s, both ends included. */
  public long whole(String name, long least, long most) {
    JsonNode value = ask(name);
    if (value.isMissingNode() || value.isNull()) {
      return missing(name, least);
    }
    if (!value.isIntegralNumber()) {
      wrong(name, "not-a-whole-number");
      return least;
    }
    if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
      wrong(name, "out-of-range");
      return least;
    }
    return value.longValue();
  }

  /** Whether a field is there with a value: one that may be left out is asked for only then. */
  public boolean has(String name) {
    JsonNode value = ask(name);
    return !value.isMissingNode() && !value.isNull();
  }

  /** A whole number of a range, both ends included. */
  public int integer(String name, int least, int most) {
    return optionalInteger(name, least, most).orElseGet(() -> missing(name, least));
  }

  /** A whole number of a range, both ends included, or none. */
  public Optional<Integer> optionalInteger(String name, int least, int most) {
    JsonNode value = ask(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber()) {
      wrong(name, "not-a-whole-number");
      return Optional.empty();
    }
    boolean within =
        value.canConvertToInt() && value.intValue() >= least && value.intValue() <= most;
    if (!within) {
      wrong(name, "out-of-range");
      return Optional.empty();
    }
    return Optional.of(value.intValue());
  }

  /** An object, read like a body. */
  public <T> T object(String name, Function<BodyFields, T> reader) {
    JsonNode value = ask(name);
    if (!value.isObject()) {
      wrong(name, value.isMissingNode() || value.isNull() ? "required" : "not-an-object");
      return standIn(reader);
    }
    return new BodyFields(value, pointer(name), errors).readWith(reader);
  }

  /**
   * A list of objects, each read like a body.
   *
   * @param fewest so many entries at least; an empty list may be left out
   */
  public <T> List<T> list(String name, int fewest, int most, Function<BodyFields, T> reader) {
    JsonNode value = ask(name);
    if (value.isMissingNode() || value.isNull()) {
      return fewest == 0 ? List.of() : missing(name, List.of());
    }
    if (!value.isArray()) {
      wrong(name, "not-a-list");
      return List.of();
    }
    if (value.size() < fewest || value.size() > most) {
      wrong(name, "wrong-size");
      return List.of();
    }
    BodyFields entries = new BodyFields(value, pointer(name), errors);
    List<T> list = new ArrayList<>();
    for (int index = 0; index < value.size(); index++) {
      list.add(entries.entry(index, reader));
    }
    return list;
  }

  private <T> T entry(int index, Function<BodyFields, T> reader) {
    String name = Integer.toString(index);
    JsonNode value = body.path(index);
    if (!value.isObject()) {
      wrong(name, "not-an-object");
      return standIn(reader);
    }
    return new BodyFields(value, pointer(name), errors).readWith(reader);
  }

  /** What a reader makes of nothing; its complaints are not the caller's. */
  private <T> T standIn(Function<BodyFields, T> reader) {
    return reader.apply(new BodyFields(NOTHING, place, new ArrayList<>()));
  }

  /** Makes sure of what a field must be beside the others, unless it is wrong anyway. */
  public void ensure(boolean holds, String name, String code) {
    if (!holds && !isWrong(name)) {
      wrong(name, code);
    }
  }

  /** A calendar date, ISO 8601. */
  public LocalDate date(String name) {
    return optionalDate(name).orElseGet(() -> missing(name, LocalDate.EPOCH));
  }

  /** A calendar date, ISO 8601, or none. */
  public Optional<LocalDate> optionalDate(String name) {
    return dateSince(name, Dates.FIRST);
  }

  /** The date of a birth or a founding, which may lie long ago, or none. */
  public Optional<LocalDate> optionalOldDate(String name) {
    return dateSince(name, Dates.IN_LIVING_MEMORY);
  }

  private Optional<LocalDate> dateSince(String name, LocalDate first) {
    Optional<String> text = string(name);
    Optional<LocalDate> date = text.flatMap(value -> Dates.parse(value, first));
    if (text.isPresent() && date.isEmpty()) {
      wrong(name, "not-a-date");
    }
    return date;
  }

  /** A moment, ISO 8601 with its offset. */
  public Instant moment(String name) {
    Optional<String> text = string(name);
    if (text.isEmpty()) {
      return missing(name, Instant.EPOCH);
    }
    try {
      return OffsetDateTime.parse(text.get()).toInstant();
    } catch (DateTimeParseException malformed) {
      wrong(name, "wrong-format");
      return Instant.EPOCH;
    }
  }

  private JsonNode ask(String name) {
    asked.add(name);
    return body.path(name);
  }

  private Optional<String> string(String name) {
    JsonNode value = ask(name);
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
    if (!isWrong(name)) {
      wrong(name, "required");
    }
    return standIn;
  }

  private boolean isWrong(String name) {
    return errors.stream().anyMatch(error -> error.name().equals(pointer(name)));
  }

  private void wrong(String name, String code) {
    errors.add(new FieldError(FieldError.Place.POINTER, pointer(name), code));
  }

  private String pointer(String name) {
    return place + "/" + name.replace("~", "~0").replace("/", "~1");
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
}
