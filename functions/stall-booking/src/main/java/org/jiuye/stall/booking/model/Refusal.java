package org.jiuye.stall.booking.model;

import java.util.Map;

/**
 * Why something may not be done.
 *
 * @param details what the person may need to go on, for example the last date that may be booked
 */
public record Refusal(Reason reason, Map<String, Object> details) {
  /** The reasons; each is answered under its own code. */
  public enum Reason {
    NOT_BOOKABLE_BY_NIGHT,
    SESSION_STARTED,
    OUT_OF_SEASON,
    NOT_A_MARKET_DAY,
    HOLIDAY,
    CALENDAR_UNKNOWN,
    BEYOND_HORIZON,
    POLICY_UNKNOWN,
    TRADE_NOT_ALLOWED,
    STALL_UNKNOWN,
    STALL_TAKEN,
    SESSION_FULL,
    ONE_STALL_A_NIGHT,
    WEEKLY_LIMIT,
    NOT_CANCELLABLE,
    BARRED,
    WAITING_THAT_NIGHT,
    NO_WAITING_LIST,
    STALLS_FREE,
    SESSION_CLOSED,
    SESSION_OPEN,
    SESSION_OVER,
    OFFER_PENDING,
    OFFER_OVER,
    NOT_IN_WINDOW,
    NOT_EXPECTED,
    WRONG_CODE,
    CODE_LOCKED
  }

  /** A refusal that says all by its reason. */
  public static Refusal of(Reason reason) {
    return new Refusal(reason, Map.of());
  }

  /** A refusal with one detail. */
  public static Refusal of(Reason reason, String name, Object value) {
    return new Refusal(reason, Map.of(name, value));
  }
}
