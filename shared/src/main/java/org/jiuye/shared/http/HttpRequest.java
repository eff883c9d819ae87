package org.jiuye.shared.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Language;

/**
 * A request as API Gateway hands it on, payload format 2.0.
 *
 * @param routeKey the route that API Gateway matched, for example {@code GET /sites/{siteId}}
 * @param path the path as it was called
 * @param pathParameters decoded
 * @param queryParameters decoded; repeated ones joined by commas
 * @param headers by lower-case names
 * @param body empty where none was sent
 * @param claims of the checked token; empty on public routes
 */
public record HttpRequest(
    String requestId,
    String routeKey,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> queryParameters,
    Map<String, String> headers,
    String body,
    Map<String, String> claims) {

  /** What a public route sees: nobody. */
  HttpRequest withoutClaims() {
    return new HttpRequest(
        requestId, routeKey, path, pathParameters, queryParameters, headers, body, Map.of());
  }

  /** Without what was sent, for this may end in a log. */
  @Override
  public String toString() {
    return routeKey + " " + requestId;
  }

  /** A header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The language to answer in. */
  public Language language() {
    return Language.of(header("accept-language"));
  }

  /**
   * Reads the body, a JSON object, field by field.
   *
   * @throws ProblemException 400 {@code invalid-request} with every wrong field named, {@code
   *     malformed-json}, 413 {@code body-too-large}, 415 {@code unsupported-media-type}
   */
  public <T> T readBody(Function<BodyFields, T> reader) {
    return BodyFields.read(this, reader);
  }

  /**
   * A text of the body, for who must know it to tell what the body should be; whoever reads the
   * body then judges it.
   *
   * @return empty where it is missing or no text
   * @throws ProblemException as {@link #readBody}, but for wrong fields
   */
  public Optional<String> peekText(String name) {
    return BodyFields.peek(this, name);
  }

  /**
   * Makes sure that nothing was sent that nobody reads: no body, or an empty object.
   *
   * @throws ProblemException as {@link #readBody}
   */
  public void requireEmptyBody() {
    if (!body.isBlank()) {
      BodyFields.read(this, fields -> fields);
    }
  }

  /**
   * Reads the parameters of path and query.
   *
   * @throws ProblemException 400 {@code invalid-request} with every wrong parameter named
   */
  public <T> T readParameters(Function<Parameters, T> reader) {
    return Parameters.read(this, reader);
  }
}
