package org.jiuye.stall.model;

import java.util.regex.Pattern;

/** The unified social credit code of an organisation, GB 32100-2015. */
public final class CreditCode {
  /** The standard's 31 characters: no I, O, S, V or Z, which look like digits or one another. */
  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final Pattern FORM =
      Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** Whether a text has the form of a credit code and its check character is right. */
  public static boolean isValid(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    int weight = 1;
    for (int position = 0; position < LENGTH - 1; position++) {
      sum += DIGITS.indexOf(text.charAt(position)) * weight;
      weight = weight * 3 % DIGITS.length();
    }
    int check = (DIGITS.length() - sum % DIGITS.length()) % DIGITS.length();
    return text.charAt(LENGTH - 1) == DIGITS.charAt(check);
  }
}
