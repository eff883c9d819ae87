package org.jiuye.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The texts of problems, from the message files of modules: {@code problems_en.properties} and
 * {@code problems_zh_CN.properties}, wherever they lie under the modules' resources.
 */
final class Texts {
  private final Map<Language, Map<String, String>> texts = new HashMap<>();

  private Texts() {}

  /** The languages, each as the names of message files end. */
  enum Language {
    ENGLISH("en"),
    CHINESE("zh_CN");

    private final String ending;

    Language(String ending) {
      this.ending = ending;
    }
  }

  /** Reads the texts of some modules; where two have the same, the latter's counts. */
  static Texts of(Path... modules) {
    Texts read = new Texts();
    for (Language language : Language.values()) {
      Map<String, String> ofLanguage = new HashMap<>();
      for (Path module : modules) {
        for (Path file : files(module, "problems_" + language.ending + ".properties")) {
          load(file).forEach((key, text) -> ofLanguage.put((String) key, (String) text));
        }
      }
      read.texts.put(language, ofLanguage);
    }
    return read;
  }

  /** What a problem, or a wrong value, is called. */
  Optional<String> title(Language language, String code) {
    return find(language, code);
  }

  /** What is said beside a problem's title. */
  Optional<String> detail(Language language, String code) {
    return find(language, code + ".detail");
  }

  private Optional<String> find(Language language, String key) {
    return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
  }

  private static List<Path> files(Path module, String name) {
    Path resources = module.resolve("src/main/resources");
    if (!Files.isDirectory(resources)) {
      return new ArrayList<>();
    }
    try (Stream<Path> found = Files.walk(resources)) {
      return found.filter(file -> file.endsWith(name)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return properties;
  }
}
