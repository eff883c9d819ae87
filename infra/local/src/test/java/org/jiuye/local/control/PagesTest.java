package org.jiuye.local.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final Pattern LINK =
      Pattern.compile("(?:href|src|from|url:)\\s*=?\\s*\"([^\"]*)\"");

  private ControlledCloud cloud;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    cloud = ControlledCloud.start(folder);
    Files.writeString(cloud.openApi, "openapi: 3.1.0\n");
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html",
    "/docs, text/html",
    "/docs/, text/html",
    "/tour, text/html",
    "/tour/, text/html",
    "/favicon.ico, image/svg+xml",
    "/openapi.yaml, application/yaml",
    "/docs/swagger-ui.css, text/css",
    "/docs/swagger-ui-bundle.js, text/javascript",
    "/_local/assets/start.js, text/javascript",
  })
  void pagesAreServedBeforeTheTemplatesRoutes(String path, String type) {
    HttpResponse<String> response = cloud.get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type").orElse("")).startsWith(type);
    assertThat(response.body()).isNotBlank();
  }

  @Test
  void whatIsNoPageIsTheTemplates() {
    for (String path : List.of("/docs/other.js", "/docs/../start.html", "/index.html")) {
      assertThat(cloud.get(path).body()).contains("\"routeKey\":\"ANY /{proxy+}\"");
    }
    assertThat(cloud.post("/docs", "").body()).contains("\"routeKey\":\"ANY /{proxy+}\"");
  }

  @Test
  void aHeadRequestGetsNoBody() {
    var response = cloud.send(cloud.request("/").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void aProjectWithoutContractSaysSo() throws IOException {
    Files.delete(cloud.openApi);
    try {
      assertThat(cloud.get("/openapi.yaml").statusCode()).isEqualTo(404);
      assertThat(cloud.get("/openapi.yaml").body()).contains("openapi.yaml");
    } finally {
      Files.writeString(cloud.openApi, "openapi: 3.1.0\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/docs", "/tour", "/_local/assets/start.js", "/_local/assets/docs.js"})
  void pagesLinkOnlyToWhatIsServedHere(String page) {
    List<String> links =
        LINK.matcher(cloud.get(page).body()).results().map(match -> match.group(1)).toList();

    assertThat(links).isNotEmpty();
    for (String link : links) {
      if (!link.startsWith("#")) {
        assertThat(link).startsWith("/").doesNotStartWith("//");
        assertThat(cloud.get(link).statusCode()).as(link).isEqualTo(200);
      }
    }
  }

  @Test
  void browsersLoadNothingFromElsewhere() {
    for (String page : List.of("/", "/docs", "/tour")) {
      assertThat(cloud.get(page).headers().firstValue("content-security-policy").orElse(""))
          .startsWith("default-src 'self';");
    }
  }

  @Test
  void everyTextIsThereInBothLanguages() {
    String texts = cloud.get("/_local/assets/texts.js").body();
    int second = texts.indexOf("\"zh-CN\": {");
    Set<String> english = keys(texts.substring(0, second));
    Set<String> chinese = keys(texts.substring(second));

    assertThat(chinese).isEqualTo(english);
    for (String page : List.of("/", "/docs", "/tour")) {
      assertThat(english).containsAll(found("data-text=\"(\\w+)\"", cloud.get(page).body()));
    }
    for (String script : List.of("start.js", "docs.js", "tour.js", "people.js")) {
      assertThat(english)
          .containsAll(found("text\\(\"(\\w+)\"", cloud.get("/_local/assets/" + script).body()));
    }
  }

  private static Set<String> keys(String texts) {
    return found("(?m)^    (\\w+): \"", texts);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
