package org.jiuye.notification.inbox.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A notification's id, in the form of a ULID: the event's time, which finds the place in the inbox,
 * and 80 bits that follow from the event and the recipient. So an event that comes again, however
 * late, comes to the same id.
 *
 * @param text 26 characters
 * @param time to the millisecond
 */
public record NotificationId(String text, Instant time) {
  /** The form of an id. */
  public static final Pattern FORM = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  /** Crockford's base 32: no letter that looks like a digit, and sorted as the numbers are. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 5;
  private static final int TIME_DIGITS = 10;
  private static final int HASH_DIGITS = 16;
  private static final int HASH_BYTES = 10;

  /**
   * The id of what an event tells a recipient.
   *
   * @param time from 1970 on
   */
  public static NotificationId of(Instant time, String eventId, String recipientId) {
    long millis = time.toEpochMilli();
    if (millis < 0 || millis >= 1L << 48) {
      throw new IllegalArgumentException("A time that no id can hold");
    }
    byte[] hash = hash(eventId.length() + "/" + eventId + "/" + recipientId);
    String text =
        encode(BigInteger.valueOf(millis), TIME_DIGITS)
            + encode(new BigInteger(1, Arrays.copyOf(hash, HASH_BYTES)), HASH_DIGITS);
    return new NotificationId(text, Instant.ofEpochMilli(millis));
  }

  /** The id that a text is, empty where it is none. */
  public static Optional<NotificationId> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    long millis = 0;
    for (int position = 0; position < TIME_DIGITS; position++) {
      millis = millis << BITS | DIGITS.indexOf(text.charAt(position));
    }
    return Optional.of(new NotificationId(text, Instant.ofEpochMilli(millis)));
  }

  private static String encode(BigInteger number, int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int position = digits - 1; position >= 0; position--) {
      text.append(DIGITS.charAt(number.shiftRight(position * BITS).intValue() & 0x1f));
    }
    return text.toString();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
