package org.jiuye.shared.http;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Texts for people, from message files: the suite's own and a capability's, in Chinese and English
 * side by side.
 */
public final class Messages {
  private static final String SUITE = "org.jiuye.shared.http.problems";
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final List<String> bundles;

  /** The suite's texts and those of a bundle, for example {@code org.jiuye.stall.problems}. */
  public Messages(String bundle) {
    this.bundles = List.of(bundle, SUITE);
  }

  /** A text in a language, empty where no file has it. */
  Optional<String> find(Language language, String key) {
    for (String bundle : bundles) {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              bundle, language.locale(), Messages.class.getClassLoader(), EXACT);
      if (texts.containsKey(key)) {
        return Optional.of(texts.getString(key));
      }
    }
    return Optional.empty();
  }
}
