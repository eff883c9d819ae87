package org.jiuye.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An event on its way to the process, and its outcome. */
final class Invocation {
  private final String requestId = UUID.randomUUID().toString();
  private final byte[] event;
  private final Duration timeLeft;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile long takenNanos = System.nanoTime();
  private volatile Instant deadline = Instant.MAX;

  Invocation(byte[] event, Duration timeLeft) {
    this.event = event.clone();
    this.timeLeft = timeLeft;
  }

  String requestId() {
    return requestId;
  }

  byte[] event() {
    return event.clone();
  }

  /** Until when the process has time: it runs from the moment at which it takes the event. */
  Instant deadline() {
    return deadline;
  }

  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  void take() {
    takenNanos = System.nanoTime();
    deadline = Instant.now().plus(timeLeft);
  }

  void end(boolean failed, byte[] body) {
    outcome.complete(
        new Outcome(
            failed,
            new String(body, StandardCharsets.UTF_8),
            Duration.ofNanos(System.nanoTime() - takenNanos)));
  }

  /** Ends it without an answer, in the words that Lambda uses. */
  void fail(String errorType, String message) {
    String report = "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(errorType, message);
    end(true, report.getBytes(StandardCharsets.UTF_8));
  }
}
