package org.jiuye.local.control;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.local.http.HttpCall;
import org.jiuye.local.http.HttpHandler;
import org.jiuye.template.Table;

/**
 * Answers {@code /_local/…}, the start page, {@code /tour}, {@code /docs} and {@code
 * /openapi.yaml}; these go before the template's routes.
 */
public final class Control implements HttpHandler {

  private static final String PREFIX = "/_local";
  private static final Pattern RUNS = Pattern.compile(PREFIX + "/schedules/([^/]+)/runs");
  private static final Pattern LOOPBACK =
      Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

  private final LocalIssuer issuer;
  private final TokenDesk tokens;
  private final ClockDesk clock;
  private final ScheduleDesk schedules;
  private final QueueDepths queues;
  private final StateReport state;
  private final Pages pages;
  private final TourDesk tours;

  /** Controls a local cloud made of these parts. */
  public Control(ControlParts parts) {
    Table table = parts.template().tables().getFirst();
    issuer = parts.issuer();
    tokens = new TokenDesk(parts.template(), issuer, new AccountLinks(parts.dynamoDb(), table));
    clock = new ClockDesk(parts.clock());
    schedules = new ScheduleDesk(parts.schedules());
    queues = new QueueDepths(parts.template(), parts.sqs());
    state =
        new StateReport(
            parts.template(),
            parts.functions(),
            queues,
            schedules,
            clock,
            new Caseworkers(parts.dynamoDb(), table));
    pages = new Pages(parts.documents().openApi());
    tours = new TourDesk(parts.documents().project());
  }

  @Override
  public Optional<HttpAnswer> handle(HttpCall call) {
    String path = call.rawPath();
    boolean ours = path.equals(PREFIX) || path.startsWith(PREFIX + "/");
    try {
      if (ours) {
        checkSource(call);
      }
      Optional<HttpAnswer> page = call.reads() ? pages.at(path) : Optional.empty();
      return page.isPresent() || !ours ? page : Optional.of(local(call));
    } catch (ProblemException problem) {
      return Optional.of(problem.answer());
    }
  }

  private HttpAnswer local(HttpCall call) {
    String path = call.rawPath().substring(PREFIX.length());
    return switch (path) {
      case "/tokens" -> when("POST", call, () -> tokens.issue(call));
      case "/clock" -> call.reads() ? clock.show() : when("POST", call, () -> clock.move(call));
      case "/state" -> when("GET", call, () -> HttpAnswer.json(200, state.report()));
      case "/tours" -> when("GET", call, tours::show);
      case "/queues" -> when("GET", call, queues::show);
      case "/issuer/.well-known/openid-configuration" -> when("GET", call, issuer::discovery);
      case "/issuer/keys" -> when("GET", call, issuer::keys);
      default -> {
        Matcher runs = RUNS.matcher(call.rawPath());
        if (!runs.matches()) {
          throw ProblemException.notFound("The local cloud has no " + call.rawPath() + ".");
        }
        yield when("POST", call, () -> schedules.run(decode(runs.group(1))));
      }
    };
  }

  private static HttpAnswer when(String method, HttpCall call, Supplier<HttpAnswer> answer) {
    if (call.method().equals(method) || (method.equals("GET") && call.reads())) {
      return answer.get();
    }
    throw new ProblemException(405, "method-not-allowed", "Use " + method + ".");
  }

  private static String decode(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw ProblemException.invalid("The path is not percent-encoded UTF-8.");
    }
  }

  /** Keeps foreign pages in the same browser from taking tokens or moving the clock. */
  private static void checkSource(HttpCall call) {
    String host = call.header("host").orElse("");
    Optional<String> origin = call.header("origin");
    boolean foreignOrigin = origin.isPresent() && !origin.get().equals("http://" + host);
    if (!LOOPBACK.matcher(host).matches() || foreignOrigin) {
      throw new ProblemException(
          403, "foreign-origin", "Only this machine's own pages and programs may call this.");
    }
  }
}
