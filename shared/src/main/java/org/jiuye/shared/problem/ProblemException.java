package org.jiuye.shared.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer is no: a problem after RFC 9457, under a stable code. Its texts come from message
 * files in the language of the caller.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** So that a small request of wrong fields does not get a huge answer. */
  private static final int MOST_ERRORS = 100;

  private final int status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions;
  private final transient Optional<Duration> retryAfter;

  private ProblemException(
      int status,
      String code,
      List<FieldError> errors,
      Map<String, Object> extensions,
      Optional<Duration> retryAfter) {
    super(status + " " + code, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.extensions = extensions;
    this.retryAfter = retryAfter;
  }

  /** A problem without further details. */
  public static ProblemException of(int status, String code) {
    return new ProblemException(status, code, List.of(), Map.of(), Optional.empty());
  }

  /** A request with wrong values, every one named; of a great many the first. */
  public static ProblemException invalid(List<FieldError> errors) {
    List<FieldError> named = errors.stream().limit(MOST_ERRORS).toList();
    return new ProblemException(400, "invalid-request", named, Map.of(), Optional.empty());
  }

  /** A request of which one field of the body is wrong in the light of what is stored. */
  public static ProblemException ofField(int status, String code, String pointer) {
    return ofFields(status, code, List.of(pointer));
  }

  /** A request of which some fields of the body are wrong in the light of what is stored. */
  public static ProblemException ofFields(int status, String code, List<String> pointers) {
    List<FieldError> errors =
        pointers.stream()
            .map(pointer -> new FieldError(FieldError.Place.POINTER, pointer, code))
            .toList();
    return new ProblemException(status, code, errors, Map.of(), Optional.empty());
  }

  /** The same with one more member, which tells what the caller may need to go on. */
  public ProblemException with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extensions);
    more.put(member, value);
    return new ProblemException(status, code, errors, more, retryAfter);
  }

  /** The same with the advice to try again after a time. */
  public ProblemException retryAfter(Duration time) {
    return new ProblemException(status, code, errors, extensions, Optional.of(time));
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
