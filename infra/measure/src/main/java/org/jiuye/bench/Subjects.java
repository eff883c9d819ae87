package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jiuye.runtime.Launch;
import org.jiuye.stall.employer.model.CreditCode;
import org.jiuye.template.LambdaFunction;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;

/** The HTTP functions and the plain handler, each with an event that makes it write. */
final class Subjects implements AutoCloseable {
  /** The HTTP clients that the plain handler knows, the functions' own first. */
  static final List<String> CLIENTS = List.of("own", "url-connection", "apache", "apache5", "crt");

  private static final String PLAIN = "org.jiuye.plain.PlainHandler::handleRequest";
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final double MEGABYTE = 1_000_000;

  /** Most of the memory of a function with 512 MB, as Lambda's runtime sets it. */
  private static final String HEAP = "-Xmx430m";

  private final Lab lab = Lab.open(MovableClock.at("2026-07-01T12:00:00+08:00"));
  private final InboxCosts inbox = new InboxCosts(lab, new UnitCosts(lab.cloud()));
  private final AtomicInteger employers = new AtomicInteger();
  private final List<Subject> functions;

  private Subjects() {
    TestCaller employer = lab.signedIn("bench-employer", "employer", "");
    Supplier<HttpCall> reading = inbox.reading();
    functions =
        List.of(
            function("StallBookingHttpFunction", () -> registration(employer).event()),
            function("CaseworkerNotificationHttpFunction", () -> reading.get().event()));
  }

  static Subjects open() {
    return new Subjects();
  }

  List<Subject> functions() {
    return functions;
  }

  /** The plain handler that does what a function does, with the same HTTP client. */
  Subject plain(Subject function) {
    return plain(function, CLIENTS.getFirst());
  }

  /** The same with one of its HTTP clients. */
  Subject plain(Subject function, String client) {
    Path folder = TestCloud.root().resolve("infra/measure/plain/target/package");
    Launch launch = function.launch().withCode(folder, PLAIN).withVariable("HTTP_CLIENT", client);
    return new Subject("plain handler, " + client, launch, function.event());
  }

  private Subject function(String logicalId, Supplier<byte[]> event) {
    return new Subject(logicalId, Launch.of(lab.cloud(), logicalId).withJvmOptions(HEAP), event);
  }

  /** The registration of an employer that nobody has registered before. */
  private HttpCall registration(TestCaller caller) {
    String seventeen = "91130529MA%07d".formatted(employers.incrementAndGet());
    String code =
        IntStream.range(0, ALPHABET.length())
            .mapToObj(check -> seventeen + ALPHABET.charAt(check))
            .filter(CreditCode::isValid)
            .findFirst()
            .orElseThrow();
    return HttpCall.of("POST /employers")
        .by(caller)
        .json(Map.of("creditCode", code, "name", "巨鹿杏果合作社"));
  }

  /** Jars and sizes of the packages that the template deploys. */
  List<String> packages() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("package", "jars", "MB"));
    lab.cloud().template().functions().stream()
        .map(LambdaFunction::codeUri)
        .distinct()
        .forEach(folder -> rows.add(row(folder)));
    return Texts.table(rows);
  }

  private static List<String> row(Path folder) {
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      List<Long> sizes = new ArrayList<>();
      for (Path jar : jars.toList()) {
        sizes.add(Files.size(jar));
      }
      return List.of(
          TestCloud.root().relativize(folder).toString(),
          Integer.toString(sizes.size()),
          Texts.number(sizes.stream().mapToLong(Long::longValue).sum() / MEGABYTE, 1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    inbox.close();
    lab.close();
  }
}
