package org.jiuye.shared.person;

import java.util.regex.Pattern;

/** The opaque id of a person: letters, digits and hyphens, at most 64, nothing to be read from. */
public final class PersonId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** A resident ID is 17 digits and a digit or X, or 15 digits: never to be taken for an id. */
  private static final Pattern RESIDENT_ID = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");

  private PersonId() {}

  /** Whether a text may be a person's id; a resident ID or a phone number is none. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches()
        && !RESIDENT_ID.matcher(text).matches()
        && !text.matches("1\\d{10}");
  }
}
