package org.jiuye.contract.source;

/**
 * A place in a file.
 *
 * @param file relative to the repository
 * @param line counted from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
