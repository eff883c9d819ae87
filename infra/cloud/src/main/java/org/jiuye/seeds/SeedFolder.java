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
import org.jiuye.yaml.YamlError;
import org.jiuye.yaml.YamlException;
import org.jiuye.yaml.YamlReader;

/** A county's folder: every file in it is a seed of a known kind, or a page about them. */
final class SeedFolder {

  private static final String SEED = ".yaml";
  private static final String PAGE = ".md";

  private final SeedSchemas schemas;
  private final List<SeedError> errors;
  private final List<SeedFile> files = new ArrayList<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> seen = new HashSet<>();

  private SeedFolder(SeedSchemas schemas, List<SeedError> errors) {
    this.schemas = schemas;
    this.errors = errors;
  }

  /**
   * The folders of the suite's own: schemas, and what they refer to that is the same in every
   * county. First what all share, then each capability's.
   */
  static List<Path> suite(Path countyFolder) {
    Path seeds = countyFolder.resolveSibling("");
    Path functions = seeds.resolveSibling("functions");
    try (Stream<Path> capabilities =
        Files.isDirectory(functions) ? Files.list(functions) : Stream.empty()) {
      return Stream.concat(
              Stream.of(seeds.resolve("schemas")),
              capabilities.map(capability -> capability.resolve("seeds")).sorted())
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads every file of the suite's folders and of the county's, and validates it by its schema.
   */
  static SeedFiles read(
      List<Path> suite, Path county, SeedSchemas schemas, List<SeedError> errors) {
    SeedFolder folder = new SeedFolder(schemas, errors);
    for (Path own : suite) {
      for (Path path : filesIn(own)) {
        if (path.toString().endsWith(SEED)) {
          folder.read(own, path);
        }
      }
    }
    filesIn(county).stream().filter(SeedFolder::isData).forEach(path -> folder.read(county, path));
    for (SeedSchema schema : schemas.all()) {
      if (schema.rules().required() && !folder.seen.contains(schema.kind())) {
        errors.add(whole(display(county.resolve(schema.kind() + SEED)), "is missing"));
      }
    }
    return new SeedFiles(folder.files, folder.broken);
  }

  /** Whether a county's file is no page about the seeds, and not hidden. */
  private static boolean isData(Path path) {
    String name = String.valueOf(path.getFileName());
    return !name.startsWith(".") && !name.endsWith(PAGE);
  }

  private void read(Path folder, Path path) {
    String name = display(path);
    SeedSchema schema = name.endsWith(SEED) ? schemas.of(folder.relativize(path)) : null;
    if (schema == null) {
      errors.add(whole(name, "is no seed: no schema is named like it, or it is no .yaml"));
      return;
    }
    seen.add(schema.kind());
    Optional<SeedFile> file = read(path, name, schema.kind());
    List<SeedError> invalid = file.map(schema::validate).orElse(List.of());
    errors.addAll(invalid);
    file.ifPresent(files::add);
    if (file.isEmpty() || !invalid.isEmpty()) {
      broken.add(schema.kind());
    }
  }

  /** The file's content, or nothing if it is broken: {@code errors} then says why. */
  private Optional<SeedFile> read(Path path, String name, String kind) {
    try {
      return Optional.of(new SeedFile(name, kind, YamlReader.json(path)));
    } catch (YamlException e) {
      for (YamlError error : e.errors()) {
        errors.add(SeedError.at(name, error.place(), error.pointer(), error.reason()));
      }
      return Optional.empty();
    }
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
