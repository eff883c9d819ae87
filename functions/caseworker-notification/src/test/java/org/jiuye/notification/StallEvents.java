package org.jiuye.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Events as stall booking tells them. */
public final class StallEvents {
  public static final String CONFIRMED = "org.jiuye.stall.booking-confirmed.v1";
  public static final String CANCELLED = "org.jiuye.stall.booking-cancelled.v1";
  public static final String ANNOUNCED = "org.jiuye.stall.session-announced.v1";

  public static final String OFFERED = "org.jiuye.stall.stall-offered.v1";
  public static final String LAPSED = "org.jiuye.stall.offer-lapsed.v1";
  public static final String WAITING_SITE_CLOSED = "org.jiuye.stall.waiting-site-closed.v1";
  public static final String SITE_CANCELLED = "org.jiuye.stall.booking-site-cancelled.v1";
  public static final String REMINDER = "org.jiuye.stall.booking-reminder.v1";
  public static final String NO_SHOW = "org.jiuye.stall.booking-no-show.v1";
  public static final String CHECK_IN_LOCKED = "org.jiuye.stall.check-in-locked.v1";
  public static final String BAR_IMPOSED = "org.jiuye.stall.bar-imposed.v1";
  public static final String BAR_OBJECTED = "org.jiuye.stall.bar-objected.v1";
  public static final String BAR_UPHELD = "org.jiuye.stall.bar-upheld.v1";
  public static final String BAR_LIFTED = "org.jiuye.stall.bar-lifted.v1";

  public static final String BREACHED = "org.jiuye.stall.frontage-breached.v1";
  public static final String SUSPENDED = "org.jiuye.stall.frontage-suspended.v1";
  public static final String LIFTED = "org.jiuye.stall.frontage-lifted.v1";

  public static final String WITHDRAWN = "org.jiuye.stall.booking-withdrawn.v1";
  public static final String EMPLOYER_VERIFIED = "org.jiuye.stall.employer-verified.v1";
  public static final String EMPLOYER_REJECTED = "org.jiuye.stall.employer-rejected.v1";
  public static final String HIRE_REPORTED = "org.jiuye.stall.hire-reported.v1";

  public static final String HOLDER = "person-holder-1";
  public static final String TOWN = "130529100";

  private static final String BOOKING = "people-park.20260701.A012.k7m3q2x2";
  private static final String ENTRY = "001782869400000-k7m3q2x2";
  private static final String CREDIT_CODE = "91350100M000100Y43";
  private static final String HIRE = "job-market.20260701.A012.k7m3q2x2.p4t8w2y6";
  private static final String FRONTAGE = "old-style-street.A012.k7m3q2x2";

  private StallEvents() {}

  /** An event of each kind. */
  public static Stream<Event> all(String time) {
    return Stream.of(
        confirmed("e1", time),
        cancelled("e2", time),
        announced("e3", time),
        breached("e4", time, false),
        breached("e5", time, true),
        suspended("e6", time),
        suspendedUntil("e7", time),
        lifted("e8", time),
        offered("e9", time),
        lapsed("e10", time, false),
        lapsed("e11", time, true),
        siteCancelled("e12", time),
        waitingSiteClosed("e20", time),
        reminder("e13", time),
        noShow("e14", time),
        checkInLocked("e15", time),
        barImposed("e16", time),
        barObjected("e17", time),
        barUpheld("e18", time),
        barLifted("e19", time),
        withdrawn("e20", time),
        employerVerified("e21", time),
        employerRejected("e22", time),
        hireReported("e23", time));
  }

  /** A booking of stall A012, confirmed at a time. */
  public static Event confirmed(String eventId, String time) {
    return confirmed(eventId, time, TOWN);
  }

  /** A booking at a site of a division. */
  public static Event confirmed(String eventId, String time, String division) {
    return booking(eventId, CONFIRMED, "CONFIRMED", 1, time, division);
  }

  /** The cancellation of the same booking. */
  public static Event cancelled(String eventId, String time) {
    return cancelled(eventId, time, TOWN);
  }

  /** The cancellation of a booking at a site of a division. */
  public static Event cancelled(String eventId, String time, String division) {
    return booking(eventId, CANCELLED, "CANCELLED", 2, time, division);
  }

  /** How a night is booked. */
  public static Event announced(String eventId, String time) {
    Map<String, Object> data = site(TOWN);
    data.put("opensAt", "2026-07-01T18:00:00+08:00");
    data.put("booked", 37);
    data.put("stalls", 80);
    data.put("recipientIds", List.of());
    return event(eventId, ANNOUNCED, "people-park/2026-07-01", 1, time, data);
  }

  /** Stall A012, offered until two in the afternoon of the county. */
  public static Event offered(String eventId, String time) {
    return booking(eventId, OFFERED, "OFFERED", time, Map.of("offerUntil", "2026-07-01T06:00:00Z"));
  }

  /** The end of the same offer. */
  public static Event lapsed(String eventId, String time, boolean placeKept) {
    return booking(
        eventId,
        LAPSED,
        "LAPSED",
        time,
        Map.of("offerUntil", "2026-07-01T14:00:00+08:00", "placeKept", placeKept));
  }

  /** The end of a booking whose night was called off. */
  public static Event siteCancelled(String eventId, String time) {
    return booking(eventId, SITE_CANCELLED, "SITE_CANCELLED", time, Map.of("reason", "RAIN"));
  }

  /** The end of a place in the waiting list of a night that was called off. */
  public static Event waitingSiteClosed(String eventId, String time) {
    Map<String, Object> data = site(TOWN);
    data.put("entryId", ENTRY);
    data.put("personId", HOLDER);
    data.put("recipientIds", List.of(HOLDER));
    data.put("reason", "RAIN");
    return event(eventId, WAITING_SITE_CLOSED, ENTRY, 2, time, data);
  }

  /** The morning of the night. */
  public static Event reminder(String eventId, String time) {
    return booking(eventId, REMINDER, "CONFIRMED", time, Map.of());
  }

  /** The night that its holder missed. */
  public static Event noShow(String eventId, String time) {
    return booking(eventId, NO_SHOW, "NO_SHOW", time, Map.of());
  }

  /** The wrong code after which no further one is taken. */
  public static Event checkInLocked(String eventId, String time) {
    return booking(eventId, CHECK_IN_LOCKED, "CONFIRMED", time, Map.of());
  }

  /** A bar of thirty days. */
  public static Event barImposed(String eventId, String time) {
    return bar(eventId, BAR_IMPOSED, "IN_FORCE", time, Map.of());
  }

  /** What the person says against it. */
  public static Event barObjected(String eventId, String time) {
    return bar(eventId, BAR_OBJECTED, "HELD", time, Map.of("reason", "I_WAS_THERE"));
  }

  /** That the objection did not help. */
  public static Event barUpheld(String eventId, String time) {
    return bar(eventId, BAR_UPHELD, "UPHELD", time, Map.of("reason", "I_WAS_THERE"));
  }

  /** That the objection helped. */
  public static Event barLifted(String eventId, String time) {
    return bar(eventId, BAR_LIFTED, "LIFTED", time, Map.of("reason", "I_WAS_THERE"));
  }

  /** The end of a booking whose employer was rejected. */
  public static Event withdrawn(String eventId, String time) {
    Map<String, Object> data = booking("SITE_CANCELLED", TOWN);
    data.put("recipientIds", List.of(HOLDER));
    data.remove("trade");
    data.put("reason", "EMPLOYER_REJECTED");
    return event(eventId, WITHDRAWN, BOOKING, 2, time, data);
  }

  /** An employer that a caseworker verified. */
  public static Event employerVerified(String eventId, String time) {
    return event(eventId, EMPLOYER_VERIFIED, CREDIT_CODE, 2, time, employer("VERIFIED"));
  }

  /** An employer that a caseworker rejected. */
  public static Event employerRejected(String eventId, String time) {
    Map<String, Object> data = employer("REJECTED");
    data.put("reason", "NAME_DIFFERS");
    return event(eventId, EMPLOYER_REJECTED, CREDIT_CODE, 2, time, data);
  }

  /** A hire whose worker is named. */
  public static Event hireReported(String eventId, String time) {
    Map<String, Object> data = site(TOWN);
    data.put("hireId", HIRE);
    data.put("bookingId", "job-market.20260701.A012.k7m3q2x2");
    data.put("vacancyNo", 1);
    data.put("personId", HOLDER);
    data.put("recipientIds", List.of(HOLDER));
    data.put("state", "REPORTED");
    return event(eventId, HIRE_REPORTED, HIRE, 1, time, data);
  }

  /** A breach at a frontage, behind midnight. */
  public static Event breached(String eventId, String time, boolean suspensionDue) {
    Map<String, Object> data = frontage("ACTIVE");
    data.put("kind", "BEYOND_LINE");
    data.put("kindName", Map.of("zh-CN", "超出划线范围", "en", "beyond the line"));
    data.put("at", "2026-07-01T17:30:00Z");
    data.put("breaches", suspensionDue ? 3 : 1);
    data.put("suspensionDue", suspensionDue);
    return event(eventId, BREACHED, FRONTAGE, 2, time, data);
  }

  /** A suspension of which nobody knows the end. */
  public static Event suspended(String eventId, String time) {
    Map<String, Object> data = frontage("SUSPENDED");
    data.put("reason", "ROAD_WORKS");
    return event(eventId, SUSPENDED, FRONTAGE, 3, time, data);
  }

  /** A suspension of some nights. */
  public static Event suspendedUntil(String eventId, String time) {
    Map<String, Object> data = frontage("SUSPENDED");
    data.put("reason", "REPEATED_BREACHES");
    data.put("until", "2026-07-31");
    return event(eventId, SUSPENDED, FRONTAGE, 3, time, data);
  }

  /** The end of a suspension. */
  public static Event lifted(String eventId, String time) {
    Map<String, Object> data = frontage("ACTIVE");
    data.put("reason", "REMEDIED");
    return event(eventId, LIFTED, FRONTAGE, 4, time, data);
  }

  /** An event of any type and data. */
  public static Event event(
      String eventId, String type, String subject, long version, String time, Map<String, ?> data) {
    return event("/stall-booking", eventId, type, subject, version, time, data);
  }

  private static Event event(
      String source,
      String eventId,
      String type,
      String subject,
      long version,
      String time,
      Map<String, ?> data) {
    ObjectNode envelope = Json.MAPPER.createObjectNode();
    envelope
        .put("specversion", "1.0")
        .put("id", eventId)
        .put("source", source)
        .put("type", type)
        .put("subject", subject)
        .put("time", time)
        .put("datacontenttype", "application/json")
        .put("version", version)
        .set("data", Json.MAPPER.valueToTree(data));
    return Event.read(envelope.toString());
  }

  private static Event booking(
      String eventId, String type, String state, long version, String time, String division) {
    return event(eventId, type, BOOKING, version, time, booking(state, division));
  }

  private static Event booking(
      String eventId, String type, String state, String time, Map<String, ?> more) {
    Map<String, Object> data = booking(state, TOWN);
    data.put("recipientIds", type.equals(CHECK_IN_LOCKED) ? List.of() : List.of(HOLDER));
    data.putAll(more);
    return event(eventId, type, BOOKING, 2, time, data);
  }

  private static Map<String, Object> booking(String state, String division) {
    Map<String, Object> data = site(division);
    data.put("bookingId", BOOKING);
    data.put("stallNo", "A012");
    data.put("trade", "SNACKS");
    data.put("personId", HOLDER);
    data.put("recipientIds", List.of());
    data.put("state", state);
    data.put("opensAt", "2026-07-01T18:00:00+08:00");
    return data;
  }

  private static Event bar(
      String eventId, String type, String state, String time, Map<String, ?> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("barId", BOOKING);
    data.put("personId", HOLDER);
    data.put("recipientIds", type.equals(BAR_OBJECTED) ? List.of() : List.of(HOLDER));
    data.put("kind", "NIGHT_MARKET");
    data.put("division", TOWN);
    data.put("from", "2026-07-02");
    data.put("until", "2026-08-01");
    data.put("objectionUntil", "2026-07-08");
    data.put("state", state);
    data.putAll(more);
    return event("/stall-booking/bars", eventId, type, BOOKING, 1, time, data);
  }

  private static Map<String, Object> employer(String state) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("creditCode", CREDIT_CODE);
    data.put("recipientIds", List.of(HOLDER));
    data.put("state", state);
    return data;
  }

  private static Map<String, Object> frontage(String state) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("frontageId", FRONTAGE);
    data.put("siteId", "old-style-street");
    data.put("siteName", Map.of("zh-CN", "仿古步行街", "en", "Old-Style Pedestrian Street"));
    data.put("division", TOWN);
    data.put("stallNo", "A012");
    data.put("personId", HOLDER);
    data.put("recipientIds", List.of(HOLDER));
    data.put("state", state);
    return data;
  }

  private static Map<String, Object> site(String division) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("siteId", "people-park");
    data.put("siteName", Map.of("zh-CN", "人民公园夜市", "en", "People's Park Night Market"));
    data.put("division", division);
    data.put("date", "2026-07-01");
    return data;
  }
}
