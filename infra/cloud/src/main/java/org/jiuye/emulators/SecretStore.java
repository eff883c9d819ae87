package org.jiuye.emulators;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.template.Secret;

/** The template's generated secrets. */
final class SecretStore {

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String PUNCTUATION = "!#$%&()*+,-./:;<=>?@[]^_{|}~";
  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{resolve:secretsmanager:([^}]+)}}");

  /** What may follow a secret's name: the whole text of its current version. */
  private static final Pattern WHOLE_TEXT = Pattern.compile("(:SecretString(:{0,3}))?");

  private final Map<String, String> textByArn = new LinkedHashMap<>();

  private SecretStore() {}

  static SecretStore open(List<Secret> secrets, Optional<Path> directory) {
    SecretStore store = new SecretStore();
    for (Secret secret : secrets) {
      String text =
          directory
              .map(folder -> folder.resolve(secret.logicalId()))
              .map(file -> PrivateFile.keep(file, () -> generate(secret)))
              .orElseGet(() -> generate(secret));
      store.textByArn.put(secret.arn(), text);
    }
    return store;
  }

  /** A text with every {@code {{resolve:secretsmanager:…}}} replaced by the secret. */
  String resolve(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(secretOf(match.group(1))));
  }

  private String secretOf(String reference) {
    return textByArn.entrySet().stream()
        .filter(
            entry ->
                reference.startsWith(entry.getKey())
                    && WHOLE_TEXT.matcher(reference.substring(entry.getKey().length())).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Not a secret of this template, or more than its whole text: " + reference));
  }

  private static String generate(Secret secret) {
    String alphabet =
        secret.excludePunctuation() ? LETTERS_AND_DIGITS : LETTERS_AND_DIGITS + PUNCTUATION;
    StringBuilder text = new StringBuilder();
    new SecureRandom()
        .ints(secret.passwordLength(), 0, alphabet.length())
        .forEach(index -> text.append(alphabet.charAt(index)));
    return text.toString();
  }
}
