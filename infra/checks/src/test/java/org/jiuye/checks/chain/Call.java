package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiuye.checks.contract.ContractValidator;
import org.jiuye.shared.json.Json;

/** A call of the suite over HTTP. */
final class Call {
  /** Longer than the gateway waits for a function. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final int MOST_TRIES = 20;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private static final ContractValidator CONTRACT = new ContractValidator();

  /** Keys of items, classes and traces. */
  private static final Pattern INSIDES =
      Pattern.compile("[A-Z]{5,}#|Exception|(?:org|com|java|software)\\.[a-z]+\\.[a-z]");

  private final String method;
  private final HttpRequest.Builder request;
  private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

  Call(URI address, String method, String path) {
    this.method = method;
    this.request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
  }

  Call by(Account account) {
    return token(account.token());
  }

  Call token(String token) {
    return header("authorization", "Bearer " + token);
  }

  Call header(String name, String value) {
    request.header(name, value);
    return this;
  }

  /** A text as body, sent as JSON whatever it is. */
  Call body(String text) {
    return body(text, "application/json");
  }

  Call body(String text, String contentType) {
    return body(text.getBytes(StandardCharsets.UTF_8), contentType);
  }

  Call body(byte[] bytes, String contentType) {
    body = BodyPublishers.ofByteArray(bytes);
    return header("content-type", contentType);
  }

  Call json(Map<String, ?> fields) {
    return body(Json.MAPPER.writeValueAsString(fields));
  }

  /** Calls, and makes sure that the answer keeps to the contract and shows nothing internal. */
  HttpResponse<String> send() {
    HttpResponse<String> answer = CONTRACT.accept(sendOutsideContract());
    assertThat(INSIDES.matcher(answer.body() + answer.headers().map()).results()).isEmpty();
    return answer;
  }

  /**
   * Calls as a phone does: under a key of its own, and again while the suite is too busy to decide.
   * 200 callers at once are more than a slow machine serves in a function's time.
   */
  HttpResponse<String> sendUntilDecided() {
    header("idempotency-key", UUID.randomUUID().toString());
    HttpResponse<String> answer = send();
    for (int tries = 1; answer.statusCode() >= 500 && tries < MOST_TRIES; tries++) {
      answer = send();
    }
    return answer;
  }

  /** Makes a call that the contract does not know or does not allow. */
  HttpResponse<String> sendOutsideContract() {
    try {
      return exchange();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Calls somebody who may die meanwhile.
   *
   * @throws IOException where no answer came
   */
  HttpResponse<String> exchange() throws IOException {
    try {
      return HTTP.send(
          request.method(method, body).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IOException(interruption);
    }
  }
}
