package org.jiuye.notification.delivery.model;

import java.util.regex.Pattern;

/**
 * A field of an event's data that a notification keeps.
 *
 * @param form of a text or a code, as a whole
 */
public record Field(String name, Kind kind, Pattern form) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  /** How a field is read. */
  public enum Kind {
    TEXT,
    CODE,
    NAME,
    DATE,
    TIME,
    COUNT
  }

  /** A text of a form. */
  public static Field text(String name, Pattern form) {
    return new Field(name, Kind.TEXT, form);
  }

  /** A field of a kind that needs no form of its own. */
  public static Field of(String name, Kind kind) {
    return new Field(name, kind, CODE);
  }
}
