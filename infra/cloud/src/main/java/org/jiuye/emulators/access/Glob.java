package org.jiuye.emulators.access;

import java.util.regex.Pattern;

/** Patterns in which {@code *} stands for any text and {@code ?} for one character. */
final class Glob {

  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  static Glob of(String glob) {
    return new Glob(compile(glob, Pattern.DOTALL));
  }

  static Glob ignoringCase(String glob) {
    return new Glob(compile(glob, Pattern.DOTALL | Pattern.CASE_INSENSITIVE));
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  private static Pattern compile(String glob, int flags) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(character)));
              }
            });
    return Pattern.compile(regex.toString(), flags);
  }
}
