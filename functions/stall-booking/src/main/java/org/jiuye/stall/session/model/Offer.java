package org.jiuye.stall.session.model;

import java.time.Instant;
import java.util.List;

/**
 * On which terms a stall is offered.
 *
 * @param entryId the entry of the waiting list that it goes to
 * @param until the first moment at which it can no longer be accepted
 * @param lapses how many offers this place has let lapse before
 * @param passedOver the persons who have let this stall's offer lapse this time
 */
public record Offer(String entryId, Instant until, int lapses, List<String> passedOver) {
  public Offer {
    passedOver = List.copyOf(passedOver);
  }
}
