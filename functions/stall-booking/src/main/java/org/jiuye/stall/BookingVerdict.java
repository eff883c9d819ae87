package org.jiuye.stall;

import java.util.Map;
import org.jiuye.shared.table.Verdict;
import org.jiuye.stall.model.Booking;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the table said to a booking; the positions are those of {@link StallStore#book}. */
record BookingVerdict(Verdict verdict, Booking booking) {
  static final String COUNT = "count";

  private static final int STALL = 0;
  private static final int WEEK = 1;
  static final int RECORD = 3;

  boolean isBooked() {
    return verdict.isWritten();
  }

  /** Somebody else holds the stall. */
  boolean isStallTaken() {
    return verdict.isRefused(STALL);
  }

  /** The person has a stall of the kind that night. */
  boolean hasStallThatNight() {
    return verdict.isRefused(WEEK) && week().containsKey(StallStore.nightAttribute(booking.date()));
  }

  /** The person has as many nights of the week as may be. */
  boolean isWeekFull() {
    return verdict.isRefused(WEEK) && !hasStallThatNight();
  }

  /** A request under the same idempotency key was first. */
  boolean isRepeated() {
    return verdict.isRefused(RECORD);
  }

  private Map<String, AttributeValue> week() {
    return verdict.obstacle(WEEK).orElse(Map.of());
  }
}
