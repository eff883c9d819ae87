package org.jiuye.contract;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How names of one form are written in another. */
final class Names {
  private Names() {}

  /** {@code site-not-found} becomes {@code SiteNotFound}. */
  static String pascalCase(String kebabCase) {
    return Arrays.stream(kebabCase.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
