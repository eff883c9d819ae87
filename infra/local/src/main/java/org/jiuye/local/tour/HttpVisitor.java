package org.jiuye.local.tour;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jiuye.local.tour.TourFile.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends the requests of a tour, whose references are resolved. */
final class HttpVisitor {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String ITEMS = "items";
  private static final String NEXT = "nextCursor";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * Sends a request.
   *
   * @throws TourFailure where nothing answers
   */
  Exchange send(Request request) {
    HttpResponse<String> answer = send(http(request));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.putAll(request.headers());
    return new Exchange(
        sent, json(request.body()), answer.statusCode(), headers, json(answer.body()));
  }

  /** Whether anything at all answers at an address. */
  boolean isAnswered(String address) {
    try {
      send(HttpRequest.newBuilder(URI.create(address + "/")).timeout(TIMEOUT).build());
      return true;
    } catch (TourFailure nothing) {
      return false;
    }
  }

  /** Sends a request for a list and for all pages that follow, and puts their items together. */
  Exchange sendForAllPages(Request request) {
    Exchange first = send(request);
    if (!(first.responseBody() instanceof ObjectNode all)
        || !(all.path(ITEMS) instanceof ArrayNode items)) {
      return first;
    }
    String cursor = all.path(NEXT).asString("");
    while (!cursor.isEmpty()) {
      Exchange next = send(page(request, cursor));
      if (next.status() != first.status()) {
        return next;
      }
      next.responseBody().path(ITEMS).forEach(items::add);
      cursor = next.responseBody().path(NEXT).asString("");
    }
    all.remove(NEXT);
    return first;
  }

  private static Request page(Request list, String cursor) {
    String url =
        list.url()
            + (list.url().contains("?") ? '&' : '?')
            + "cursor="
            + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    return new Request(list.name(), list.method(), url, list.headers(), list.body());
  }

  private static HttpRequest http(Request request) {
    try {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(URI.create(request.url()))
              .timeout(TIMEOUT)
              .method(
                  request.method(),
                  request.body().isEmpty()
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(request.body()));
      request.headers().forEach(http::header);
      return http.build();
    } catch (IllegalArgumentException problem) {
      throw new TourFailure("this cannot be sent: " + problem.getMessage());
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
      throw new TourFailure("no answer from " + request.uri().getAuthority() + " (" + reason + ")");
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new TourFailure("interrupted");
    }
  }

  /** A body as JSON; what is no JSON is a text. */
  private static JsonNode json(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException noJson) {
      return JSON.getNodeFactory().stringNode(body);
    }
  }
}
