package org.jiuye.stall.employer.model;

import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation (GB 32100-2015): registering department, kind,
 * six digits of the registering division, nine characters of the body's own, and a check character
 * modulo 31.
 */
public final class CreditCode {
  /** What a character is worth is its place; I, O, S, V and Z are left out. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final String CHARACTER = "[0-9A-HJ-NPQRTUWXY]";
  private static final Pattern FORM =
      Pattern.compile(CHARACTER + "{2}[1-9]\\d{5}" + CHARACTER + "{10}");
  private static final int MODULUS = 31;

  private CreditCode() {}

  /** Whether a text is a code: its form, and its check character. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches()
        && text.charAt(text.length() - 1) == checkCharacter(text.substring(0, text.length() - 1));
  }

  /** Weights are the powers of 3 modulo 31. */
  static char checkCharacter(String seventeen) {
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < seventeen.length(); place++) {
      sum += ALPHABET.indexOf(seventeen.charAt(place)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
