package org.jiuye.seeds;

import java.util.List;
import java.util.Set;

/**
 * All files of a county.
 *
 * @param files those that could be read
 * @param broken the kinds of which a file is broken: that something is not found there says nothing
 */
record SeedFiles(List<SeedFile> files, Set<String> broken) {

  /** Every value that the pattern fits, over all files of a kind. */
  List<SeedFile.Located> select(String kind, String pattern) {
    return files.stream()
        .filter(file -> file.kind().equals(kind))
        .flatMap(file -> file.select(pattern).stream())
        .toList();
  }
}
