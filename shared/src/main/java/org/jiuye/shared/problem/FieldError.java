package org.jiuye.shared.problem;

/**
 * What is wrong with one value of a request.
 *
 * @param place where it stands: the body's field, a parameter of query or path, a header
 * @param name a JSON pointer in the body, else the parameter's or header's name
 * @param code one of the codes that the message files explain, such as {@code required}
 */
public record FieldError(Place place, String name, String code) {
  /** The kind of place, named as the answer names it. */
  public enum Place {
    POINTER("pointer"),
    PARAMETER("parameter"),
    HEADER("header");

    private final String field;

    Place(String field) {
      this.field = field;
    }

    /** The member that names the place in a problem. */
    public String field() {
      return field;
    }
  }
}
