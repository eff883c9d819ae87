package org.jiuye.loan.logic;

/**
 * A count of which only the bounds are known, because it is not known of everything whether it
 * counts.
 *
 * @param least the count if nothing unknown counts
 * @param most the count if everything unknown counts
 */
public record Tally(long least, long most) {
  public static final Tally ZERO = new Tally(0, 0);

  /**
   * This tally and some more.
   *
   * @param counts whether they count
   */
  public Tally plus(long more, State counts) {
    return switch (counts) {
      case MET -> new Tally(least + more, most + more);
      case UNKNOWN -> new Tally(least, most + more);
      case NOT_MET -> this;
    };
  }
}
