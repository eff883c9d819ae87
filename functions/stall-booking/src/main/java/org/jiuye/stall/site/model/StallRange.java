package org.jiuye.stall.site.model;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Stalls numbered one after another.
 *
 * @param from the first, a letter and digits, for example {@code A001}
 * @param to the last, included, with the same letter and as many digits
 */
public record StallRange(String from, String to) {
  Stream<String> numbers() {
    String letter = from.substring(0, 1);
    String form = letter + "%0" + (from.length() - 1) + "d";
    return IntStream.rangeClosed(number(from), number(to)).mapToObj(form::formatted);
  }

  private static int number(String stallNo) {
    return Integer.parseInt(stallNo.substring(1));
  }
}
