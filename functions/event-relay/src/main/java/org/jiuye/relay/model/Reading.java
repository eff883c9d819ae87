package org.jiuye.relay.model;

import java.util.List;

/** What the relay found in a record of the table's stream. */
public sealed interface Reading {
  /** The events that the record's write had to tell, perhaps none. */
  record Told(List<OutgoingEvent> events) implements Reading {
    public Told {
      events = List.copyOf(events);
    }
  }

  /** A record that must be looked at by people. */
  record Unreadable(Reason reason) implements Reading {}

  /**
   * An event on its way.
   *
   * @param json the event as it was written
   */
  record OutgoingEvent(String type, String json) {}

  /** Why a record cannot be read. */
  enum Reason {
    /** It is not what the stream of a table brings. */
    UNKNOWN_SHAPE("unknown-shape"),
    /** Its item has no list of events where it says that it has one. */
    NO_OUTBOX("no-outbox"),
    /** One of the events is none, or not the one that the outbox calls it. */
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
