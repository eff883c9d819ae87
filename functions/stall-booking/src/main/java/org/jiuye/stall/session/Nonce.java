package org.jiuye.stall.session;

import java.security.SecureRandom;

/** Random letters and digits that are told apart when spoken. */
public final class Nonce {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 8;

  private Nonce() {}

  /** Forty random bits; the generator is made when used, never kept in a snapshot. */
  public static String next() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder(LENGTH);
    for (int position = 0; position < LENGTH; position++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
