package org.jiuye.stall.session.model;

import java.time.Instant;
import java.util.Optional;
import org.jiuye.shared.identity.Actor;

/**
 * The last change of a booking, for the record.
 *
 * @param by the account that did it; the suite itself acts as {@link Actor#SUITE}
 * @param reason a code, where one was asked
 */
public record Change(
    BookingState from, BookingState to, Instant at, Actor by, Optional<String> reason) {}
