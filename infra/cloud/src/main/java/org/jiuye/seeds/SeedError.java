package org.jiuye.seeds;

import java.util.Comparator;
import org.jiuye.yaml.Place;

/**
 * What is wrong at one place of one file.
 *
 * @param file the file, as somebody at the command line would name it
 * @param line the line, from 1
 * @param column the column, from 1
 * @param pointer the JSON pointer of the value; empty for the whole file
 * @param reason what is wrong there, in English
 */
public record SeedError(String file, int line, int column, String pointer, String reason) {

  static final Comparator<SeedError> BY_PLACE =
      Comparator.comparing(SeedError::file)
          .thenComparingInt(SeedError::line)
          .thenComparingInt(SeedError::column)
          .thenComparing(SeedError::pointer)
          .thenComparing(SeedError::reason);

  static SeedError at(String file, Place place, String pointer, String reason) {
    return new SeedError(file, place.line(), place.column(), pointer, reason);
  }

  @Override
  public String toString() {
    String place = file + ":" + line + ":" + column + ": ";
    return pointer.isEmpty() ? place + reason : place + pointer + ": " + reason;
  }
}
