package org.jiuye.notification.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.event.Event;

/**
 * What an event has to tell, not yet addressed to anybody.
 *
 * @param duty who must hear of it: those of the division who have this duty
 * @param division where it happened
 * @param parameters what stands in the template's gaps; no personal data, no person's id
 */
public record Notice(
    Template template, String duty, String division, Map<String, Object> parameters) {
  /** The duty of who looks after a division's stalls. */
  public static final String STALLS = "stalls";

  public Notice {
    parameters = Map.copyOf(parameters);
  }

  /**
   * The notice that an event gives rise to, empty where nobody needs to hear of such events.
   *
   * @throws IllegalArgumentException where the event does not hold what its type promises
   */
  public static Optional<Notice> of(Event event) {
    EventData data = new EventData(event);
    return switch (event.type()) {
      case "org.jiuye.stall.booking-confirmed.v1" ->
          Optional.of(booking(Template.STALL_BOOKING_CONFIRMED, data));
      case "org.jiuye.stall.booking-cancelled.v1" ->
          Optional.of(booking(Template.STALL_BOOKING_CANCELLED, data));
      case "org.jiuye.stall.session-announced.v1" -> Optional.of(session(data));
      default -> Optional.empty();
    };
  }

  private static Notice booking(Template template, EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("bookingId", data.text("bookingId", EventData.ID));
    parameters.put("stallNo", data.text("stallNo", EventData.STALL_NO));
    return new Notice(template, STALLS, data.text("division", EventData.DIVISION), parameters);
  }

  private static Notice session(EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("opensAt", data.time("opensAt").toString());
    parameters.put("booked", data.count("booked"));
    parameters.put("stalls", data.count("stalls"));
    return new Notice(
        Template.STALL_SESSION_ANNOUNCED,
        STALLS,
        data.text("division", EventData.DIVISION),
        parameters);
  }

  private static Map<String, Object> night(EventData data) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("siteId", data.text("siteId", EventData.ID));
    parameters.put("siteName", data.name("siteName"));
    parameters.put("date", data.date("date").toString());
    return parameters;
  }
}
