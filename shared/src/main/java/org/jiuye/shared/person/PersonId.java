package org.jiuye.shared.person;

import java.util.regex.Pattern;

/** A person's opaque id: at most 64 letters, digits and hyphens, which say nothing about them. */
public final class PersonId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * A resident ID (17 digits and a digit or X, or 15 digits) or a mobile number, between hyphens:
   * {@code person-13800138000} is no more opaque than the number itself.
   */
  private static final Pattern TELLING =
      Pattern.compile("(?:.*-)?(?:\\d{15}|\\d{17}[\\dXx]|1\\d{10})(?:-.*)?");

  private PersonId() {}

  /**
   * Whether a text can be a person's id; it cannot if it contains a resident ID or phone number.
   */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches() && !TELLING.matcher(text).matches();
  }
}
