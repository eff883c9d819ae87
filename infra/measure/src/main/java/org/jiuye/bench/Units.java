package org.jiuye.bench;

/**
 * DynamoDB's units, as it charges them on demand.
 *
 * @param read read units
 * @param write write units
 */
record Units(double read, double write) {
  static final Units NONE = new Units(0, 0);

  private static final int WRITE_STEP = 1024;
  private static final int READ_STEP = 4096;
  private static final double TRANSACTION = 2;

  /** On demand, a write unit costs what five read units cost. */
  private static final double WRITE_TO_READ = 5;

  /** One item written by itself. */
  static Units written(int bytes) {
    return new Units(0, steps(bytes, WRITE_STEP));
  }

  /** One item of a transaction, which is prepared and committed. */
  static Units writtenInTransaction(int bytes) {
    return new Units(0, TRANSACTION * steps(bytes, WRITE_STEP));
  }

  /** One item, or the items of a query together, with every write answered before. */
  static Units readConsistently(int bytes) {
    return new Units(steps(bytes, READ_STEP), 0);
  }

  /** One item, or the items of a query together, perhaps a second old. */
  static Units read(int bytes) {
    return new Units(steps(bytes, READ_STEP) / 2, 0);
  }

  Units plus(Units more) {
    return new Units(read + more.read, write + more.write);
  }

  /** This many times as much. */
  Units times(int count) {
    return new Units(read * count, write * count);
  }

  /** The price in read units. */
  double price() {
    return read + WRITE_TO_READ * write;
  }

  private static double steps(int bytes, int step) {
    return Math.max(1, Math.ceilDiv(bytes, step));
  }
}
