package org.jiuye.shared.table;

/**
 * A write is refused again and again although nothing changes: records that belong together do not
 * fit together, and no further look helps.
 */
public final class StuckException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  StuckException(Class<?> looked) {
    super("Refused although nothing changes: " + looked.getName());
  }
}
