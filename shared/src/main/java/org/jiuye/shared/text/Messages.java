package org.jiuye.shared.text;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * Texts for people, from message files: the suite's own and a capability's, in Chinese and English
 * side by side.
 */
public final class Messages {
  private static final String SUITE = "org.jiuye.shared.http.problems";

  private final Map<Language, List<ResourceBundle>> files = new EnumMap<>(Language.class);

  /**
   * The suite's texts and those of a bundle, for example {@code org.jiuye.stall.problems}.
   *
   * @throws java.util.MissingResourceException where a language's file is missing
   */
  public Messages(String bundle) {
    Arrays.stream(Language.values())
        .forEach(
            language ->
                files.put(
                    language,
                    Stream.of(bundle, SUITE)
                        .map(name -> new MessageFiles(name).in(language))
                        .toList()));
  }

  /** A text in a language, empty where no file has it. */
  public Optional<String> find(Language language, String key) {
    return files.getOrDefault(language, List.of()).stream()
        .filter(texts -> texts.containsKey(key))
        .map(texts -> texts.getString(key))
        .findFirst();
  }
}
