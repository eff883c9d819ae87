package org.jiuye.relay.model;

import java.util.List;

/** What the relay found in a record of the table's stream. */
public sealed interface Reading {
  /** The events that the record's write told; there may be none. */
  record Told(List<OutgoingEvent> events) implements Reading {
    public Told {
      events = List.copyOf(events);
    }
  }

  /** A record that people must look at. */
  record Unreadable(Reason reason) implements Reading {}

  /**
   * An event on its way.
   *
   * @param json the event as it was written
   */
  record OutgoingEvent(String type, String json) {}

  /** Why a record cannot be read. */
  enum Reason {
    /** It is not a record of a table's stream. */
    UNKNOWN_SHAPE("unknown-shape"),
    /** Its item has an outbox id but no list of events. */
    NO_OUTBOX("no-outbox"),
    /** One of the entries is not an event, or not the one that the outbox names. */
    NOT_AN_EVENT("not-an-event"),
    /** One of the events has a character that no queue takes. */
    UNSENDABLE_TEXT("unsendable-text");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The reason's name in messages and logs. */
    public String code() {
      return code;
    }
  }
}
