package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuye.shared.text.Language;
import org.jiuye.shared.text.Messages;
import org.junit.jupiter.api.Test;

class MessageFilesTest {
  private static final Pattern CODE_IN_SOURCE =
      Pattern.compile(
          "(?:ProblemException\\s*\\.of(?:Field)?\\(\\s*\\d+,\\s*|wrong\\(\\w+,\\s*|missing\\(\\w+,\\s*|"
              + "HEADER,\\s*)\"([a-z-]+)\"");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(file("zh_CN").keySet()).isEqualTo(file("en").keySet());
    assertThat(file("zh_CN").values()).doesNotContain("");
    assertThat(file("en").values()).doesNotContain("");
  }

  @Test
  void chineseIsChinese() {
    assertThat(file("zh_CN").values())
        .allSatisfy(text -> assertThat(text.toString()).containsPattern("\\p{IsHan}"));
    assertThat(file("en").values())
        .allSatisfy(text -> assertThat(text.toString()).doesNotContainPattern("\\p{IsHan}"));
  }

  @Test
  void everyCodeThatThisPackageUsesHasAText() {
    Set<String> used = codesInSources();

    assertThat(used).contains("required", "body-too-large", "busy", "idempotency-key-reused");
    assertThat(file("en").keySet()).containsAll(used);
  }

  @Test
  void aCapabilitysOwnTextsComeFirstWhateverTheMachineSpeaks() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRANCE);
      Messages messages = new Messages("org.jiuye.shared.http.capability");

      assertThat(messages.find(Language.ENGLISH, "not-found")).contains("No such stall");
      assertThat(messages.find(Language.CHINESE, "not-found")).contains("没有这个摊位");
      assertThat(messages.find(Language.ENGLISH, "busy")).isPresent();
      assertThat(messages.find(Language.CHINESE, "never-written")).isEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aMissingFileIsFoundAtOnce() {
    assertThatExceptionOfType(MissingResourceException.class)
        .isThrownBy(() -> new Messages("org.jiuye.shared.http.nothing"));
  }

  private static Properties file(String language) {
    String name = "problems_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream file = HttpFunction.class.getResourceAsStream(name);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return texts;
  }

  private static Set<String> codesInSources() {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/jiuye/shared/http"))) {
      List<Path> files = sources.toList();
      return files.stream()
          .map(MessageFilesTest::content)
          .flatMap(content -> CODE_IN_SOURCE.matcher(content).results())
          .map(match -> match.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
