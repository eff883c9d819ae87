package org.jiuye.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import org.jiuye.template.TemplateReader;
import org.jiuye.testing.TestCloud;

/** Where things are in this repository. */
public final class Repository {
  private static final String TEMPLATE = "template.yaml";
  private static final int MODULES_DEPTH = 2;

  private Repository() {}

  /** The folder that holds all. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(TEMPLATE))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("No " + TEMPLATE + " above the working directory");
    }
    return folder;
  }

  /** The folders of the modules under a folder, for example {@code functions}; some hold others. */
  public static List<Path> modules(String folder) {
    try (Stream<Path> entries = Files.walk(root().resolve(folder), MODULES_DEPTH)) {
      return entries
          .filter(entry -> !entry.equals(root().resolve(folder)))
          .filter(entry -> Files.exists(entry.resolve("pom.xml")))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The files under a folder whose names end so. */
  public static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(entry -> entry.toString().endsWith(ending)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file's text. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The whole HTTP contract, as the build has put it together. */
  public static Path contract() {
    return root().resolve("infra/contract/target/openapi.yaml");
  }

  /** What {@code template.yaml} declares. */
  public static CloudTemplate template() {
    return TemplateReader.read(
        root().resolve(TEMPLATE), TestCloud.PARAMETERS, LocalNames.notRunning());
  }
}
