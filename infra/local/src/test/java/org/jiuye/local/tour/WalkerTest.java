package org.jiuye.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkerTest {

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private HttpServer server;

  /** Answers with what the request's path names: {@code /status/field=value,…}. */
  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.createContext("/later", exchange -> send(exchange, 200, later()));
    server.createContext("/pages", exchange -> send(exchange, 200, page(exchange)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void laterStepsUseWhatEarlierOnesSentAndGot() {
    List<String> failures =
        walk(
            """
            ### First
            # @name first
            # expect 200
            POST {{api}}/200/bellId=b1
            Idempotency-Key: {{$guid}}
            Content-Type: application/json

            {"village": "north"}

            ### Second
            # expect $.bellId = b1
            PUT {{api}}/200/bellId={{first.response.body.$.bellId}}
            Idempotency-Key: {{first.request.headers.idempotency-key}}

            {"village": "{{first.request.body.$.village}}", "all": {{first.response.body.*}}}
            """);

    assertThat(failures).isEmpty();
    assertThat(requests).hasSize(2);
    String key = requests.remove().replaceFirst(".* key=(\\S+) .*", "$1");
    assertThat(key).hasSize(36);
    assertThat(requests.remove())
        .isEqualTo(
            "PUT /200/bellId=b1 key="
                + key
                + " {\"village\": \"north\", \"all\": {\"bellId\":\"b1\"}}");
  }

  @Test
  void aStepThatFailsEndsTheTourButForWhatIsAlwaysWalked() {
    List<String> failures =
        walk(
            """
            ### First
            # @name first
            GET {{api}}/200/state=OPEN

            ### Second
            # @name second
            # expect 200
            GET {{api}}/404/

            ### Third
            GET {{api}}/200/third=1

            ### Close what the first opened.
            # always
            GET {{api}}/200/close={{first.response.body.$.state}}

            ### Close what was never opened.
            # always
            GET {{api}}/200/close={{second.response.body.$.state}}
            """);

    assertThat(failures)
        .containsExactly("bells, step 2 (functions/bells/tour.http:6): expected 200, got 404");
    assertThat(requests).hasSize(3).last().asString().startsWith("GET /200/close=OPEN");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains(" 2  Second", "FAILED: expected 200, got 404")
        .doesNotContain("Third");
  }

  @Test
  void anErrorFailsAStepThatExpectsNothing() {
    assertThat(walk("### First\nGET {{api}}/400/\n"))
        .containsExactly("bells, step 1 (functions/bells/tour.http:2): expected no error, got 400");
  }

  @Test
  void anExpectationThatIsNotMetFailsAStep() {
    assertThat(walk("### First\n# expect $.state = OPEN\nGET {{api}}/200/state=SHUT\n"))
        .containsExactly("bells, step 1 (functions/bells/tour.http:2): expected $.state = OPEN");
  }

  @Test
  void whatComesLaterIsAskedForAgain() {
    assertThat(walk("### First\n# eventually 200\n# expect $.count = 3\nGET {{api}}/later\n"))
        .isEmpty();
    assertThat(requests).hasSize(3);
  }

  @Test
  void aListIsReadToItsEnd() {
    assertThat(
            walk(
                """
                ### First
                # all pages
                # expect $.items.length() = 3
                GET {{api}}/pages?limit=1
                """))
        .isEmpty();
    assertThat(requests)
        .containsExactly("?limit=1", "?limit=1&cursor=a%2F1", "?limit=1&cursor=a%2F2");
  }

  @Test
  void aTokenIsNotLeftInTheTerminal() {
    walk("### First\nGET {{api}}/200/token=secret1\nAuthorization: Bearer secret2\n");

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("\"token\":\"…\"", "Bearer $TOKEN")
        .doesNotContain("\"secret1\"", "secret2");
  }

  @Test
  void whereNothingAnswersTheStepSaysSo() {
    server.stop(0);

    assertThat(walk("### First\nGET {{api}}/\n"))
        .singleElement()
        .asString()
        .contains("no answer from 127.0.0.1:");
  }

  private List<String> walk(String steps) {
    return new Walker(
            TourReader.read("bells", "@api = http://nowhere.example\n" + steps),
            "http://127.0.0.1:" + server.getAddress().getPort(),
            new PrintStream(printed, true, StandardCharsets.UTF_8))
        .walk();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    requests.add(
        "%s %s key=%s %s"
            .formatted(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                body));
    String[] parts = path.split("/", -1);
    String json = parts[2].replaceAll("(\\w+)=(\\w+)", "\"$1\":\"$2\"");
    send(exchange, Integer.parseInt(parts[1]), "{" + json + "}");
  }

  private String later() {
    requests.add("later");
    return "{\"count\":" + requests.size() + "}";
  }

  private String page(HttpExchange exchange) {
    requests.add("?" + exchange.getRequestURI().getRawQuery());
    int page = requests.size();
    String next = page < 3 ? ",\"nextCursor\":\"a/" + page + "\"" : "";
    return "{\"items\":[" + page + "]" + next + "}";
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
