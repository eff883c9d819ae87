package org.jiuye.shared.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jiuye.shared.person.PersonId;
import org.jiuye.shared.problem.FieldError;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.PageRequest;

/**
 * The parameters of a request's path and query; read as {@link BodyFields} are. A path that cannot
 * name anything names nothing: it is answered 404, not 400.
 */
public final class Parameters {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  private final HttpRequest request;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  private Parameters(HttpRequest request) {
    this.request = request;
  }

  static <T> T read(HttpRequest request, Function<Parameters, T> reader) {
    Parameters parameters = new Parameters(request);
    T value = reader.apply(parameters);
    for (String name : request.queryParameters().keySet()) {
      if (!parameters.asked.contains(name)) {
        parameters.wrong(InventedName.shown(name), "unknown-parameter");
      }
    }
    if (!parameters.errors.isEmpty()) {
      throw ProblemException.invalid(parameters.errors);
    }
    return value;
  }

  /**
   * A part of the path.
   *
   * @throws ProblemException 404 {@code not-found} where it has not the form of such names
   */
  public String path(String name, Pattern form) {
    String value = request.pathParameters().getOrDefault(name, "");
    if (!form.matcher(value).matches()) {
      throw ProblemException.of(404, "not-found");
    }
    return value;
  }

  /** A date in the path. */
  public LocalDate pathDate(String name) {
    Optional<LocalDate> date = Dates.parse(request.pathParameters().getOrDefault(name, ""));
    if (date.isEmpty()) {
      wrong(name, "not-a-date");
    }
    return date.orElse(LocalDate.EPOCH);
  }

  /** A date of the query. */
  public Optional<LocalDate> queryDate(String name) {
    Optional<String> text = raw(name);
    Optional<LocalDate> date = text.flatMap(Dates::parse);
    if (text.isPresent() && date.isEmpty()) {
      wrong(name, "not-a-date");
    }
    return date;
  }

  /** A text of the query. */
  public Optional<String> query(String name, Pattern form) {
    return raw(name)
        .filter(
            value -> {
              boolean fits = form.matcher(value).matches();
              if (!fits) {
                wrong(name, "wrong-format");
              }
              return fits;
            });
  }

  /** A text of the query that must be there. */
  public String requiredQuery(String name, Pattern form) {
    Optional<String> text = query(name, form);
    if (!request.queryParameters().containsKey(name)) {
      wrong(name, "required");
    }
    return text.orElse("");
  }

  /** A person's id in the query. */
  public Optional<String> queryPersonId(String name) {
    return raw(name)
        .filter(
            value -> {
              boolean fits = PersonId.isValid(value);
              if (!fits) {
                wrong(name, "wrong-format");
              }
              return fits;
            });
  }

  /** The page that is asked for by {@code limit} and {@code cursor}. */
  public PageRequest page(int defaultLimit, int mostLimit) {
    int limit = raw("limit").map(value -> limit(value, mostLimit)).orElse(defaultLimit);
    Optional<String> cursor = raw("cursor");
    Optional<String> after = cursor.flatMap(PageRequest::decode);
    if (cursor.isPresent() && after.isEmpty()) {
      wrong("cursor", "wrong-format");
    }
    return new PageRequest(limit, after);
  }

  private int limit(String value, int most) {
    int limit = NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > most) {
      wrong("limit", "out-of-range");
    }
    return limit;
  }

  private Optional<String> raw(String name) {
    asked.add(name);
    return Optional.ofNullable(request.queryParameters().get(name));
  }

  private void wrong(String name, String code) {
    errors.add(new FieldError(FieldError.Place.PARAMETER, name, code));
  }
}
