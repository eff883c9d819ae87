package org.jiuye.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;

/** A place in a file, counted from 1. */
public record Place(int line, int column) {

  public static final Place START = new Place(1, 1);

  static Place of(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
