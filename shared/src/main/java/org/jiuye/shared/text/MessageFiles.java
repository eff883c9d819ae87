package org.jiuye.shared.text;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** A bundle's message files, one a language, each found when the first of its readers comes. */
public final class MessageFiles {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final String bundle;
  private final Map<Language, ResourceBundle> found = new ConcurrentHashMap<>();

  /**
   * The files of a bundle, for example {@code org.jiuye.stall.problems}.
   *
   * @param bundle in this package or a function's
   */
  public MessageFiles(String bundle) {
    this.bundle = bundle;
  }

  /**
   * The file of a language, and of no other in its place.
   *
   * @throws java.util.MissingResourceException where there is none
   */
  public ResourceBundle in(Language language) {
    return found.computeIfAbsent(language, this::find);
  }

  private ResourceBundle find(Language language) {
    return ResourceBundle.getBundle(
        bundle, language.locale(), MessageFiles.class.getClassLoader(), EXACT);
  }
}
