package org.jiuye.stall.session.model;

import java.time.LocalDate;
import org.jiuye.stall.site.model.SiteKind;

/** A person's night at a kind of site: at most one stall is held or waited for in it. */
public record Night(String personId, SiteKind kind, LocalDate date) {
  /** The night that a booking takes. */
  public static Night of(Booking booking) {
    return new Night(booking.personId(), booking.kind(), booking.date());
  }
}
