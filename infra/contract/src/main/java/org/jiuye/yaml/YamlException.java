package org.jiuye.yaml;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be read; the message names every error with file, line and column. */
public final class YamlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<YamlError> errors;

  YamlException(Path file, List<YamlError> errors) {
    super(errors.stream().map(error -> line(file, error)).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** All errors of the file, at least one. */
  public List<YamlError> errors() {
    return errors;
  }

  private static String line(Path file, YamlError error) {
    String place = file + ":" + error.place().line() + ":" + error.place().column() + ": ";
    return place + (error.pointer().isEmpty() ? "" : error.pointer() + ": ") + error.reason();
  }
}
