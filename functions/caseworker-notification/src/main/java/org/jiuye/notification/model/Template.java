package org.jiuye.notification.model;

/**
 * The templates that new notifications are made with, each in its latest version. Older versions
 * stay in the message files for the notifications that were made with them.
 */
public enum Template {
  STALL_BOOKING_CONFIRMED("stall-booking-confirmed", 1),
  STALL_BOOKING_CANCELLED("stall-booking-cancelled", 1),
  STALL_SESSION_ANNOUNCED("stall-session-announced", 1),
  STALL_OFFERED("stall-offered", 1),
  STALL_OFFER_LAPSED("stall-offer-lapsed", 1),
  STALL_OFFER_LAPSED_PLACE_KEPT("stall-offer-lapsed-place-kept", 1),
  STALL_SITE_CLOSED("stall-site-closed", 1),
  STALL_WAITING_SITE_CLOSED("stall-waiting-site-closed", 1),
  STALL_REMINDER("stall-reminder", 2),
  STALL_NO_SHOW("stall-no-show", 1),
  STALL_CHECK_IN_LOCKED("stall-check-in-locked", 1),
  STALL_BAR_IMPOSED("stall-bar-imposed", 1),
  STALL_BAR_OBJECTED("stall-bar-objected", 1),
  STALL_BAR_UPHELD("stall-bar-upheld", 1),
  STALL_BAR_LIFTED("stall-bar-lifted", 1),
  STALL_WITHDRAWN("stall-withdrawn", 1),
  EMPLOYER_VERIFIED("employer-verified", 1),
  EMPLOYER_REJECTED("employer-rejected", 1),
  HIRE_REPORTED("hire-reported", 1),
  FRONTAGE_BREACHED("frontage-breached", 1),
  FRONTAGE_SUSPENSION_DUE("frontage-suspension-due", 1),
  FRONTAGE_SUSPENDED("frontage-suspended", 1),
  FRONTAGE_SUSPENDED_UNTIL("frontage-suspended-until", 1),
  FRONTAGE_LIFTED("frontage-lifted", 1),
  LOAN_CASE_REFERRED("loan-case-referred", 1),
  LOAN_CASE_FOR_BANK("loan-case-for-bank", 1);

  private final String code;
  private final int version;

  Template(String code, int version) {
    this.code = code;
    this.version = version;
  }

  /** The template's name in records and message files. */
  public String code() {
    return code;
  }

  public int version() {
    return version;
  }
}
