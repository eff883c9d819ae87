package org.jiuye.shared.person;

import java.util.regex.Pattern;

/** The opaque id of a person: letters, digits and hyphens, at most 64, nothing to be read from. */
public final class PersonId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * A resident ID (17 digits and a digit or X, or 15 digits) or a mobile phone's number between
   * hyphens: {@code person-13800138000} is no more opaque than the number alone.
   */
  private static final Pattern TELLING =
      Pattern.compile("(?:.*-)?(?:\\d{15}|\\d{17}[\\dXx]|1\\d{10})(?:-.*)?");

  private PersonId() {}

  /** Whether a text may be a person's id; what tells a resident ID or a phone number is none. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches() && !TELLING.matcher(text).matches();
  }
}
