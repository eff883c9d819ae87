package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jiuye.checks.Repository;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a browser finds. */
@OnSuite
class PagesTest {
  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
  private static final Pattern FOREIGN =
      Pattern.compile("(?i)(?:https?:)?//(?!www\\.w3\\.org/)[a-z0-9]");

  private final Suite suite;

  PagesTest(Suite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/tour"})
  void aPageLoadsWithAllThatItRefersToAndNothingFromElsewhere(String path) {
    HttpResponse<String> page = get(path);
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).doesNotContainPattern(FOREIGN);
    Set<String> references = new TreeSet<>();
    REFERENCE.matcher(page.body()).results().forEach(match -> references.add(match.group(1)));

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(reference -> assertThat(reference).startsWith("/"));
    assertThat(references).allSatisfy(reference -> assertThat(get(reference).body()).isNotEmpty());
    assertThat(references.stream().filter(reference -> reference.startsWith("/_local/assets/")))
        .allSatisfy(asset -> assertThat(get(asset).body()).doesNotContainPattern(FOREIGN));
  }

  @Test
  void theContractIsServedAsItStands() {
    assertThat(get("/openapi.yaml").body()).isEqualTo(Repository.text(Repository.contract()));
  }

  @Test
  void theStartPageKnowsWhatTheTemplateDeclares() {
    JsonNode state = Json.MAPPER.readTree(get("/_local/state").body());

    assertThat(state.path("functions")).hasSize(Repository.template().functions().size());
    assertThat(state.path("queues")).hasSize(Repository.template().queues().size());
    assertThat(state.path("schedules"))
        .hasSize(
            Repository.template().functions().stream()
                .mapToInt(function -> function.schedules().size())
                .sum());
    List<String> routes =
        state
            .path("routes")
            .valueStream()
            .map(route -> route.path("routeKey").asString(""))
            .toList();
    assertThat(routes)
        .contains("POST /stall-bookings", "GET /notifications")
        .hasSize(
            Repository.template().functions().stream()
                .mapToInt(function -> function.routes().size())
                .sum());
  }

  private HttpResponse<String> get(String path) {
    HttpResponse<String> answer = suite.call("GET", path).sendOutsideContract();
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }
}
