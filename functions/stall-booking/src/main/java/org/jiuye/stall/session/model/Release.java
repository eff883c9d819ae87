package org.jiuye.stall.session.model;

import java.util.List;

/**
 * A stall that was given back and is not yet free: it goes to the first in line, so nobody who just
 * comes along can snatch it.
 *
 * @param releaseId unique for ever
 * @param passedOver the persons who have let this stall's offer lapse since it was given back
 */
public record Release(String releaseId, String stallNo, List<String> passedOver) {
  public Release {
    passedOver = List.copyOf(passedOver);
  }
}
