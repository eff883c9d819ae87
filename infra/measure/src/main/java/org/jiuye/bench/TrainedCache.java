package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiuye.runtime.FunctionProcess;

/**
 * A JDK AOT cache (JEP 483, 514, 515) of a function, trained with real events: what the function
 * loads is loaded and linked before, and what it does often is known.
 */
final class TrainedCache implements AutoCloseable {
  private static final int EVENTS = 30;

  private final Path file;
  private final Subject subject;

  private TrainedCache(Path file, Subject subject) {
    this.file = file;
    this.subject = subject;
  }

  /** Trains a cache of a subject, whose package is put on the class path. */
  static TrainedCache of(Subject subject) {
    Subject onClassPath = subject.launched(subject.launch().onClassPath());
    try {
      Path file = Files.createTempDirectory("jiuye-bench").resolve("function.aot");
      train(onClassPath, file);
      return new TrainedCache(file, onClassPath);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Trains a cache; the subject must answer all events well. */
  static void train(Subject subject, Path file) {
    try (FunctionProcess process =
        FunctionProcess.start(subject.launch().withJvmOptions("-XX:AOTCacheOutput=" + file))) {
      for (int event = 0; event < EVENTS; event++) {
        Started.invoke(process, subject);
      }
      process.end();
    }
    if (!Files.exists(file)) {
      throw new IllegalStateException("No cache was written for " + subject.name());
    }
  }

  /** The subject that starts from this cache. */
  Subject subject() {
    return subject
        .named(subject.name() + ", cache")
        .launched(subject.launch().withJvmOptions("-XX:AOTCache=" + file));
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
    Files.delete(file.resolveSibling(""));
  }
}
