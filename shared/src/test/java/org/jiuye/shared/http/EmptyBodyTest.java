package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of requests that need no body. */
class EmptyBodyTest {
  private final HttpFunction function =
      Functions.open(
          request -> {
            request.requireEmptyBody();
            return HttpResponse.noContent();
          });

  @Test
  void noBodyIsFineWhateverItsContentType() {
    assertThat(
            Functions.call(
                    function, HttpApiEvent.of("POST /things").header("content-type", "text/plain"))
                .status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}", " { } "})
  void anEmptyBodyIsFine(String body) {
    assertThat(send(body).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"reason\": \"rain\"}|invalid-request",
        "[]|body-not-an-object",
        "null|body-not-an-object",
        "rain|malformed-json"
      })
  void whatNobodyReadsIsRefused(String body, String code) {
    Answer answer = send(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  private Answer send(String body) {
    return Functions.call(function, HttpApiEvent.of("POST /things").body(body));
  }
}
