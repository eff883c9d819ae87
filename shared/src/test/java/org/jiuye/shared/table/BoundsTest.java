package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Query BOOKINGS = Query.of("STALL#P", "BOOKING#");

  @Test
  void aPageBeginsBehindAKeyThatIsAskedFor() {
    Query query = BOOKINGS.after("BOOKING#7");

    assertThat(Bounds.within(query)).contains(query);
    assertThat(Bounds.within(BOOKINGS)).contains(BOOKINGS);
  }

  @Test
  void behindAKeyBeforeAllBeginsTheFirstPage() {
    assertThat(Bounds.within(BOOKINGS.after("AAA"))).contains(BOOKINGS);
    assertThat(Bounds.within(BOOKINGS.after("BOOKING"))).contains(BOOKINGS);
    assertThat(Bounds.within(BOOKINGS.after(""))).contains(BOOKINGS);
    assertThat(Bounds.within(BOOKINGS.descending().after("北"))).contains(BOOKINGS.descending());
  }

  @Test
  void behindAKeyBehindAllIsNothing() {
    assertThat(Bounds.within(BOOKINGS.after("北"))).isEmpty();
    assertThat(Bounds.within(BOOKINGS.after("CLOSED#1"))).isEmpty();
    assertThat(Bounds.within(BOOKINGS.descending().after("AAA"))).isEmpty();
    assertThat(Bounds.within(BOOKINGS.descending().after(""))).isEmpty();
  }

  @Test
  void everyKeyIsAskedForWithoutAPrefixButTheEmptyOne() {
    Query all = Query.of("STALL#P");

    assertThat(Bounds.within(all.after("x"))).contains(all.after("x"));
    assertThat(Bounds.within(all.after(""))).contains(all);
    assertThat(Bounds.within(all.descending().after(""))).isEmpty();
  }
}
