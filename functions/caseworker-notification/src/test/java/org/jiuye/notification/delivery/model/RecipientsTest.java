package org.jiuye.notification.delivery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipientsTest {
  private static final Caseworker COUNTY = caseworker("county", "130529");
  private static final Caseworker TOWN = caseworker("town", "130529100");
  private static final Caseworker OTHER_TOWN = caseworker("other-town", "130529101");
  private static final Caseworker VILLAGE = caseworker("village", "130529100001");

  @Test
  void whoServesTheDivisionMostCloselyHearsOfIt() {
    List<Caseworker> all = List.of(COUNTY, TOWN, OTHER_TOWN, VILLAGE);

    assertThat(recipients(all, "130529100001")).containsExactly("village");
    assertThat(recipients(all, "130529100002")).containsExactly("town");
    assertThat(recipients(all, "130529100")).containsExactly("town");
    assertThat(recipients(all, "130529200")).containsExactly("county");
    assertThat(recipients(all, "130531100")).isEmpty();
  }

  @Test
  void allWhoServeItEquallyCloselyHearOfIt() {
    Caseworker both = new Caseworker("both", List.of("130529101", "130529100"), List.of("stalls"));

    assertThat(recipients(List.of(TOWN, both), "130529100")).containsExactly("town", "both");
  }

  @Test
  void whoHasAnotherDutyDoesNotHearOfIt() {
    Caseworker otherDuty = new Caseworker("a", List.of("130529100"), List.of("agency"));

    assertThat(recipients(List.of(otherDuty, COUNTY), "130529100")).containsExactly("county");
  }

  @Test
  void wardensHearOfWhatWardensLookAfter() {
    Caseworker warden = new Caseworker("warden", List.of("130529100"), List.of("stall-roster"));

    assertThat(Recipients.of(List.of(TOWN, warden), "stall-roster", "130529100"))
        .containsExactly("warden");
  }

  private static List<String> recipients(List<Caseworker> all, String division) {
    return Recipients.of(all, "stalls", division);
  }

  private static Caseworker caseworker(String personId, String division) {
    return new Caseworker(personId, List.of(division), List.of("stalls"));
  }
}
