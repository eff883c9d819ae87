package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a query must have. */
class RequiredParametersTest {
  private static final Pattern SITE = Pattern.compile("[a-z-]{1,20}");

  private final AtomicReference<String> read = new AtomicReference<>();
  private final HttpFunction function =
      Functions.open(
          request -> {
            read.set(
                request.readParameters(parameters -> parameters.requiredQuery("siteId", SITE)));
            return HttpResponse.noContent();
          });

  @Test
  void aTextThatIsThereIsRead() {
    assertThat(Functions.call(function, event().query("siteId", "old-street")).status())
        .isEqualTo(204);
    assertThat(read.get()).isEqualTo("old-street");
  }

  @Test
  void aTextThatIsMissingIsNamedOnce() {
    assertThat(Functions.call(function, event()).errors())
        .containsExactly("parameter siteId required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Old Street", "a,b", "old-street-with-far-too-long-a-name"})
  void aTextOfAnotherFormIsNamedOnceAndNotTakenForMissing(String value) {
    assertThat(Functions.call(function, event().query("siteId", value)).errors())
        .containsExactly("parameter siteId wrong-format");
  }

  private static HttpApiEvent event() {
    return HttpApiEvent.of("POST /things");
  }
}
