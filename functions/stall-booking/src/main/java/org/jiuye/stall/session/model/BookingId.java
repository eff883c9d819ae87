package org.jiuye.stall.session.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a booking, which tells where it is kept and can be read out at a desk: {@code
 * people-park.20260701.A012.k7m3q9x2}. The last part is random; it makes the id unique and hard to
 * guess.
 */
public record BookingId(String siteId, LocalDate date, String stallNo, String nonce) {
  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]{1,40})\\.(\\d{8})\\.([A-Z]\\d{3})\\.([a-z2-7]{8})");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  /** Takes an id apart; empty where it is none. */
  public static Optional<BookingId> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(parts.group(2), DATE);
      return Optional.of(new BookingId(parts.group(1), date, parts.group(3), parts.group(4)));
    } catch (DateTimeParseException impossible) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return siteId + "." + DATE.format(date) + "." + stallNo + "." + nonce;
  }
}
