package org.jiuye.notification.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.shared.event.Event;

/**
 * What an event has to tell somebody.
 *
 * @param audience who must hear of it
 * @param parameters what stands in the template's gaps; no personal data, no person's id
 */
public record Notice(Template template, Audience audience, Map<String, Object> parameters) {
  public Notice {
    parameters = Map.copyOf(parameters);
  }

  /**
   * The notices that an event gives rise to: first the one to the person whom its data names as
   * {@code recipientId}, then those to who is on duty. None where nobody needs to hear of such
   * events.
   *
   * @throws IllegalArgumentException where the event does not hold what its type promises
   */
  public static List<Notice> of(Event event) {
    EventData data = new EventData(event);
    return switch (event.type()) {
      case "org.jiuye.stall.booking-confirmed.v1" ->
          toCaseworkers(data, Template.STALL_BOOKING_CONFIRMED, booking(data));
      case "org.jiuye.stall.booking-cancelled.v1" ->
          toCaseworkers(data, Template.STALL_BOOKING_CANCELLED, booking(data));
      case "org.jiuye.stall.session-announced.v1" ->
          toCaseworkers(data, Template.STALL_SESSION_ANNOUNCED, session(data));
      case "org.jiuye.stall.frontage-breached.v1" ->
          toBoth(
              data, Template.FRONTAGE_BREACHED, breachForCaseworkers(data), breachOfFrontage(data));
      case "org.jiuye.stall.frontage-suspended.v1" -> {
        boolean ends = data.has("until");
        Template template = ends ? Template.FRONTAGE_SUSPENDED_UNTIL : Template.FRONTAGE_SUSPENDED;
        Map<String, Object> parameters = decisionOnFrontage(data);
        if (ends) {
          parameters.put("until", data.date("until").toString());
        }
        yield toBoth(data, template, template, parameters);
      }
      case "org.jiuye.stall.frontage-lifted.v1" ->
          toBoth(
              data, Template.FRONTAGE_LIFTED, Template.FRONTAGE_LIFTED, decisionOnFrontage(data));
      default -> List.of();
    };
  }

  private static Notice toRecipient(
      EventData data, Template template, Map<String, Object> parameters) {
    return new Notice(template, new Audience.Person(data.personId("recipientId")), parameters);
  }

  private static List<Notice> toBoth(
      EventData data,
      Template forRecipient,
      Template forCaseworkers,
      Map<String, Object> parameters) {
    List<Notice> notices = new ArrayList<>();
    notices.add(toRecipient(data, forRecipient, parameters));
    notices.addAll(toCaseworkers(data, forCaseworkers, parameters));
    return notices;
  }

  private static List<Notice> toCaseworkers(
      EventData data, Template template, Map<String, Object> parameters) {
    String division = data.text("division", EventData.DIVISION);
    return List.of(
        new Notice(template, new Audience.OnDuty(Audience.STALLS, division), parameters));
  }

  private static Map<String, Object> booking(EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("bookingId", data.text("bookingId", EventData.ID));
    parameters.put("stallNo", data.text("stallNo", EventData.STALL_NO));
    return parameters;
  }

  private static Map<String, Object> session(EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("opensAt", data.time("opensAt").toString());
    parameters.put("booked", data.count("booked"));
    parameters.put("stalls", data.count("stalls"));
    return parameters;
  }

  private static Template breachForCaseworkers(EventData data) {
    return data.flag("suspensionDue")
        ? Template.FRONTAGE_SUSPENSION_DUE
        : Template.FRONTAGE_BREACHED;
  }

  private static Map<String, Object> breachOfFrontage(EventData data) {
    Map<String, Object> parameters = frontage(data);
    parameters.put("kindName", data.name("kindName"));
    parameters.put("at", data.time("at").toString());
    parameters.put("breaches", data.count("breaches"));
    return parameters;
  }

  private static Map<String, Object> decisionOnFrontage(EventData data) {
    Map<String, Object> parameters = frontage(data);
    parameters.put("reason", data.text("reason", EventData.CODE));
    return parameters;
  }

  private static Map<String, Object> frontage(EventData data) {
    Map<String, Object> parameters = site(data);
    parameters.put("frontageId", data.text("frontageId", EventData.ID));
    parameters.put("stallNo", data.text("stallNo", EventData.STALL_NO));
    return parameters;
  }

  private static Map<String, Object> night(EventData data) {
    Map<String, Object> parameters = site(data);
    parameters.put("date", data.date("date").toString());
    return parameters;
  }

  private static Map<String, Object> site(EventData data) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("siteId", data.text("siteId", EventData.ID));
    parameters.put("siteName", data.name("siteName"));
    return parameters;
  }
}
