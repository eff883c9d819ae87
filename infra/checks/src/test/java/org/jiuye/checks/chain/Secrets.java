package org.jiuye.checks.chain;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What no log, item, event, message or answer of the suite may hold. */
public final class Secrets {
  /** Fictitious, but with the right check digit. */
  static final String RESIDENT_ID = withCheckDigit("13052919900307123");

  /** As it was issued in Julu before 1993. */
  static final String OLD_RESIDENT_ID = withCheckDigit("13223119650412004");

  static final String PHONE = "13800138000";

  private Secrets() {}

  /** ISO 7064 MOD 11-2. */
  private static String withCheckDigit(String digits) {
    int sum = 0;
    for (int position = 0; position < digits.length(); position++) {
      sum = (sum + Character.digit(digits.charAt(position), 10)) * 2 % 11;
    }
    int check = (12 - sum) % 11;
    return digits + (check == 10 ? "X" : Integer.toString(check));
  }

  /** All of them. */
  public static List<String> all() {
    return List.of(RESIDENT_ID, OLD_RESIDENT_ID, PHONE);
  }

  /** The secrets, of ours and of these tokens, that a text holds. */
  public static List<String> in(String text, List<String> tokens) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    Stream<String> numbers =
        all().stream().filter(secret -> lowerCase.contains(secret.toLowerCase(Locale.ROOT)));
    // Only the issuer can make this part.
    Stream<String> signatures =
        tokens.stream()
            .map(token -> token.substring(token.lastIndexOf('.') + 1))
            .filter(text::contains);
    return Stream.concat(numbers, signatures).toList();
  }
}
