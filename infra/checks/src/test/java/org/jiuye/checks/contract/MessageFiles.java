package org.jiuye.checks.contract;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;

/** The message files of shared and of every function. */
final class MessageFiles {
  static final List<String> LANGUAGES = List.of("en", "zh_CN");

  private static final String RESOURCES = "src/main/resources";

  private MessageFiles() {}

  /**
   * One text in all languages.
   *
   * @param path without language and ending
   * @param byLanguage texts by key, by language
   */
  record Bundle(Path path, Map<String, Map<String, String>> byLanguage) {
    Map<String, String> in(String language) {
      return byLanguage.getOrDefault(language, Map.of());
    }

    boolean isOfProblems(Path module) {
      return path.startsWith(module) && path.endsWith("problems");
    }
  }

  static List<Bundle> bundles() {
    Map<Path, Map<String, Map<String, String>>> found = new TreeMap<>();
    for (Path module : modules()) {
      for (Path file : Repository.files(module.resolve(RESOURCES), ".properties")) {
        for (String language : LANGUAGES) {
          String ending = "_" + language + ".properties";
          if (file.toString().endsWith(ending)) {
            String name = file.toString();
            Path path = Path.of(name.substring(0, name.length() - ending.length()));
            found.computeIfAbsent(path, _ -> new TreeMap<>()).put(language, read(file));
          }
        }
      }
    }
    return found.entrySet().stream()
        .map(entry -> new Bundle(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The texts of problems in a language: the suite's, and before them those of a module. */
  static Map<String, String> problems(Path module, String language) {
    Map<String, String> texts = new TreeMap<>();
    for (Path owner : List.of(shared(), module)) {
      bundles().stream()
          .filter(bundle -> bundle.isOfProblems(owner))
          .forEach(bundle -> texts.putAll(bundle.in(language)));
    }
    return texts;
  }

  static Path shared() {
    return Repository.root().resolve("shared");
  }

  private static List<Path> modules() {
    return Stream.concat(Stream.of(shared()), Repository.modules("functions").stream()).toList();
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new StrictProperties(file);
    try {
      properties.load(new StringReader(Repository.text(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /** Refuses a key that comes twice, of which {@link Properties} would keep the last. */
  private static final class StrictProperties extends Properties {
    private static final long serialVersionUID = 1;

    private final String file;

    StrictProperties(Path file) {
      this.file = file.toString();
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new IllegalStateException("%s has %s twice".formatted(file, key));
      }
      return super.put(key, value);
    }
  }
}
