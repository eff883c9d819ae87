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
   * The notices that an event gives rise to: first the one to the person whom it is about, then
   * those to who is on duty. None where nobody needs to hear of such events.
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
      case "org.jiuye.stall.stall-offered.v1" ->
          toHolder(data, Template.STALL_OFFERED, offer(data));
      case "org.jiuye.stall.offer-lapsed.v1" -> toHolder(data, lapse(data), booking(data));
      case "org.jiuye.stall.booking-site-cancelled.v1" ->
          toHolder(data, Template.STALL_SITE_CLOSED, withReason(data, booking(data)));
      case "org.jiuye.stall.waiting-site-closed.v1" ->
          toHolder(data, Template.STALL_WAITING_SITE_CLOSED, withReason(data, night(data)));
      case "org.jiuye.stall.booking-reminder.v1" ->
          toHolder(data, Template.STALL_REMINDER, bookingWithHours(data));
      case "org.jiuye.stall.booking-no-show.v1" ->
          toHolder(data, Template.STALL_NO_SHOW, booking(data));
      case "org.jiuye.stall.check-in-locked.v1" ->
          toCaseworkersAndWardens(data, Template.STALL_CHECK_IN_LOCKED, booking(data));
      case "org.jiuye.stall.bar-imposed.v1" -> {
        Map<String, Object> parameters = bar(data);
        parameters.put("objectionUntil", data.date("objectionUntil").toString());
        yield toHolder(data, Template.STALL_BAR_IMPOSED, parameters);
      }
      case "org.jiuye.stall.bar-objected.v1" ->
          toCaseworkers(data, Template.STALL_BAR_OBJECTED, withReason(data, bar(data)));
      case "org.jiuye.stall.bar-upheld.v1" -> toHolder(data, Template.STALL_BAR_UPHELD, bar(data));
      case "org.jiuye.stall.bar-lifted.v1" -> toHolder(data, Template.STALL_BAR_LIFTED, bar(data));
      case "org.jiuye.stall.booking-withdrawn.v1" ->
          toHolder(data, Template.STALL_WITHDRAWN, withReason(data, booking(data)));
      case "org.jiuye.stall.employer-verified.v1" ->
          toRecipients(data, Template.EMPLOYER_VERIFIED, employer(data));
      case "org.jiuye.stall.employer-rejected.v1" ->
          toRecipients(data, Template.EMPLOYER_REJECTED, withReason(data, employer(data)));
      case "org.jiuye.stall.hire-reported.v1" ->
          toRecipients(data, Template.HIRE_REPORTED, hire(data));
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
      case "org.jiuye.loan.case-referred.v1" -> referral(data);
      default -> List.of();
    };
  }

  /** To the bank's people and to the loan desk: that there is a case, and nothing else of it. */
  private static List<Notice> referral(EventData data) {
    Map<String, Object> parameters =
        Map.of(
            "loanCaseId", data.text("loanCaseId", EventData.ID),
            "bankName", data.name("bankName"));
    List<Notice> notices = new ArrayList<>();
    notices.addAll(toRecipients(data, Template.LOAN_CASE_FOR_BANK, parameters));
    notices.add(onDuty(Duty.LOANS, data, Template.LOAN_CASE_REFERRED, parameters));
    return notices;
  }

  /** To who holds the booking, or is barred, and nobody else. */
  private static List<Notice> toHolder(
      EventData data, Template template, Map<String, Object> parameters) {
    return List.of(
        new Notice(template, new Audience.Person(data.personId("personId")), parameters));
  }

  private static List<Notice> toRecipients(
      EventData data, Template template, Map<String, Object> parameters) {
    return data.personIds("recipientIds").stream()
        .map(personId -> new Notice(template, new Audience.Person(personId), parameters))
        .toList();
  }

  private static List<Notice> toBoth(
      EventData data,
      Template forRecipient,
      Template forCaseworkers,
      Map<String, Object> parameters) {
    List<Notice> notices = new ArrayList<>();
    notices.addAll(toRecipients(data, forRecipient, parameters));
    notices.addAll(toCaseworkers(data, forCaseworkers, parameters));
    return notices;
  }

  private static List<Notice> toCaseworkers(
      EventData data, Template template, Map<String, Object> parameters) {
    return List.of(onDuty(Duty.STALLS, data, template, parameters));
  }

  private static List<Notice> toCaseworkersAndWardens(
      EventData data, Template template, Map<String, Object> parameters) {
    return List.of(
        onDuty(Duty.STALLS, data, template, parameters),
        onDuty(Duty.STALL_ROSTER, data, template, parameters));
  }

  private static Notice onDuty(
      Duty duty, EventData data, Template template, Map<String, Object> parameters) {
    String division = data.text("division", EventData.DIVISION);
    return new Notice(template, new Audience.OnDuty(duty, division), parameters);
  }

  private static Map<String, Object> booking(EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("bookingId", data.text("bookingId", EventData.ID));
    parameters.put("stallNo", data.text("stallNo", EventData.STALL_NO));
    return parameters;
  }

  private static Map<String, Object> bookingWithHours(EventData data) {
    Map<String, Object> parameters = booking(data);
    parameters.put("opensAt", data.time("opensAt").toString());
    return parameters;
  }

  private static Map<String, Object> offer(EventData data) {
    Map<String, Object> parameters = bookingWithHours(data);
    parameters.put("offerUntil", data.time("offerUntil").toString());
    return parameters;
  }

  private static Template lapse(EventData data) {
    return data.flag("placeKept")
        ? Template.STALL_OFFER_LAPSED_PLACE_KEPT
        : Template.STALL_OFFER_LAPSED;
  }

  private static Map<String, Object> bar(EventData data) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("barId", data.text("barId", EventData.ID));
    parameters.put("kind", data.text("kind", EventData.CODE));
    parameters.put("until", data.date("until").toString());
    return parameters;
  }

  private static Map<String, Object> withReason(EventData data, Map<String, Object> parameters) {
    parameters.put("reason", data.text("reason", EventData.CODE));
    return parameters;
  }

  private static Map<String, Object> employer(EventData data) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("creditCode", data.text("creditCode", EventData.CREDIT_CODE));
    return parameters;
  }

  private static Map<String, Object> hire(EventData data) {
    Map<String, Object> parameters = night(data);
    parameters.put("hireId", data.text("hireId", EventData.HIRE_ID));
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
