package org.jiuye.local.tour;

import java.util.concurrent.ThreadLocalRandom;

/** Makes unified social credit codes that are most likely nobody's (GB 32100). */
final class CreditCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** An enterprise, registered with the authority for market regulation, in the north. */
  private static final String PREFIX = "911";

  private static final int DIVISION_DIGITS = 5;
  private static final int LENGTH = 17;
  private static final int MODULUS = 31;

  private CreditCodes() {}

  /** A code with its check character. */
  static String next() {
    StringBuilder code = new StringBuilder(PREFIX);
    while (code.length() < LENGTH) {
      boolean inDivision = code.length() < PREFIX.length() + DIVISION_DIGITS;
      int choice = ThreadLocalRandom.current().nextInt(inDivision ? 10 : ALPHABET.length());
      code.append(ALPHABET.charAt(choice));
    }
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < code.length(); place++) {
      sum += ALPHABET.indexOf(code.charAt(place)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return code.append(ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS)).toString();
  }
}
