package org.jiuye.shared.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryBoundsTest {
  private static final Query BOOKINGS = Query.of("STALL#P", "BOOKING#");

  @Test
  void aPageBeginsBehindAKeyThatIsAskedFor() {
    Query query = BOOKINGS.after("BOOKING#7");

    assertThat(query.within()).contains(query);
    assertThat(BOOKINGS.within()).contains(BOOKINGS);
  }

  @Test
  void behindAKeyBeforeAllBeginsTheFirstPage() {
    assertThat(BOOKINGS.after("AAA").within()).contains(BOOKINGS);
    assertThat(BOOKINGS.after("BOOKING").within()).contains(BOOKINGS);
    assertThat(BOOKINGS.after("").within()).contains(BOOKINGS);
    assertThat(BOOKINGS.descending().after("北").within()).contains(BOOKINGS.descending());
  }

  @Test
  void behindAKeyBehindAllIsNothing() {
    assertThat(BOOKINGS.after("北").within()).isEmpty();
    assertThat(BOOKINGS.after("CLOSED#1").within()).isEmpty();
    assertThat(BOOKINGS.descending().after("AAA").within()).isEmpty();
    assertThat(BOOKINGS.descending().after("").within()).isEmpty();
  }

  @Test
  void everyKeyIsAskedForWithoutAPrefixButTheEmptyOne() {
    Query all = Query.of("STALL#P");

    assertThat(all.after("x").within()).contains(all.after("x"));
    assertThat(all.after("").within()).contains(all);
    assertThat(all.descending().after("").within()).isEmpty();
  }
}
