package org.jiuye.stall.session;

import java.security.SecureRandom;
import java.util.Locale;

/** Six spoken digits. The generator is made when used, never kept in a snapshot. */
public final class Digits {
  private static final int CODES = 1_000_000;

  private Digits() {}

  public static String next() {
    return String.format(Locale.ROOT, "%06d", new SecureRandom().nextInt(CODES));
  }
}
