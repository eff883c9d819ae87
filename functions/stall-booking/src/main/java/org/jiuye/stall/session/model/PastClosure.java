package org.jiuye.stall.session.model;

import java.time.Instant;
import org.jiuye.shared.identity.Actor;

/** A closure that was taken back, kept for the record. */
public record PastClosure(Closure closure, Instant reopenedAt, Actor reopenedBy) {}
