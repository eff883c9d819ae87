package org.jiuye.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A county's folder: every file in it is a seed of a known kind, or a page about them. */
final class SeedFolder {

  private static final String SEED = ".yaml";
  private static final String PAGE = ".md";

  private SeedFolder() {}

  /** Reads every file and validates it by its schema. */
  static SeedFiles read(Path folder, SeedSchemas schemas, List<SeedError> errors) {
    List<SeedFile> files = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (Path path : filesIn(folder)) {
      String name = display(path);
      String fileName = String.valueOf(path.getFileName());
      if (fileName.startsWith(".") || fileName.endsWith(PAGE)) {
        continue;
      }
      SeedSchema schema = fileName.endsWith(SEED) ? schemas.of(folder.relativize(path)) : null;
      if (schema == null) {
        errors.add(whole(name, "is no seed: no schema is named like it, or it is no .yaml"));
        continue;
      }
      seen.add(schema.kind());
      Optional<SeedFile> file = YamlReader.read(path, name, schema.kind(), errors);
      List<SeedError> invalid = file.map(schema::validate).orElse(List.of());
      errors.addAll(invalid);
      file.ifPresent(files::add);
      if (file.isEmpty() || !invalid.isEmpty()) {
        broken.add(schema.kind());
      }
    }
    for (SeedSchema schema : schemas.all()) {
      if (schema.rules().required() && !seen.contains(schema.kind())) {
        errors.add(whole(display(folder.resolve(schema.kind() + SEED)), "is missing"));
      }
    }
    return new SeedFiles(files, broken);
  }

  /** The files in a folder and its folders, in the order of their names. */
  static List<Path> filesIn(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path as somebody at the command line would name it. */
  private static String display(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  private static SeedError whole(String name, String reason) {
    return new SeedError(name, 1, 1, "", reason);
  }
}
