package org.jiuye.shared.http;

import java.util.regex.Pattern;

/**
 * A name of a field or parameter that nobody knows but the caller. It is repeated only where it
 * looks like a name: an answer must not repeat an ID number or a token that stands in its place.
 */
final class InventedName {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$./~-]{0,40}");
  private static final int MOST_DIGITS = 5;
  private static final String NOT_SHOWN = "…";

  private InventedName() {}

  /** The name, or an ellipsis in its place. */
  static String shown(String name) {
    boolean isName =
        NAME.matcher(name).matches()
            && name.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    return isName ? name : NOT_SHOWN;
  }
}
