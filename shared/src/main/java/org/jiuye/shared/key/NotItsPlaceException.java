package org.jiuye.shared.key;

/**
 * A sealed text does not open in its place: it was moved there from another item or field, it
 * belongs to somebody else, or it was changed.
 */
public final class NotItsPlaceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says no more: what does not open tells nothing. */
  public NotItsPlaceException() {
    super("A sealed text that does not belong here");
  }
}
