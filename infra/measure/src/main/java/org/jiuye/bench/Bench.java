package org.jiuye.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.jiuye.testing.MovableClock;

/** Measures and prints; see {@code infra/measure/run}. */
public final class Bench {
  private static final int USAGE_ERROR = 2;

  /** As many as the seeds' sites have. */
  private static final int STALLS = 50;

  private static final List<String> PARTS =
      List.of("template", "units", "queues", "loans", "starts", "throughput", "coldstart", "warm");

  private Bench() {}

  /**
   * Measures all, or the parts that are named.
   *
   * @param arguments {@code --quick} and names of parts, or none
   */
  public static void main(String[] arguments) {
    List<String> parts = new ArrayList<>(List.of(arguments));
    Effort effort = parts.remove("--quick") ? Effort.QUICK : Effort.USUAL;
    if (!PARTS.containsAll(parts)) {
      System.err.println("usage: infra/measure/run [--quick] [" + String.join("|", PARTS) + "]...");
      System.exit(USAGE_ERROR);
    }
    print(machine());
    for (String part : parts.isEmpty() ? PARTS : parts) {
      print(
          switch (part) {
            case "template" -> template();
            case "units" -> units();
            case "queues" -> queues(effort);
            case "loans" -> loans(effort);
            case "starts" -> starts(effort);
            case "throughput" -> throughput(effort);
            case "coldstart" -> coldStarts(effort);
            case "warm" -> warm(effort);
            default -> throw new IllegalStateException("No part is called " + part);
          });
    }
    print("Load average at the end: " + load() + ".");
    System.exit(0);
  }

  private static String machine() {
    return "Jiuye on %d processors, %s %s, Java %s; load average %s.\n"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            load());
  }

  private static String load() {
    return Texts.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 1);
  }

  private static String template() {
    return """
    THE TEMPLATE AND WHAT THE CLOUD ALLOWS, as it stands and with eighteen capabilities: copies of
    loan-precheck, each with a queue that hears of three others. The greatest of each kind.

    %s
    """
        .formatted(Texts.lines(new TemplateFigures().measure()));
  }

  private static String units() {
    tell("DynamoDB units");
    try (Lab lab = Lab.open(MovableClock.at("2026-07-01T12:00:00+08:00"))) {
      UnitCosts costs = new UnitCosts(lab.cloud());
      ItemSizes sizes = new ItemSizes(lab.cloud());
      BookingCosts booking = new BookingCosts(lab, costs, sizes);
      booking.measure();
      try (InboxCosts inbox = new InboxCosts(lab, costs)) {
        inbox.measure();
      }
      return """
      DYNAMODB UNITS AN OPERATION, warm function unless it says cold
      %s
      RCU, WCU: as DynamoDB Local reports them to the functions' own client; but of a transaction it
      counts items that cost the same only once, so transactions are reckoned from their items, as
      DynamoDB charges them: 2 x ceil(bytes / 1024), bytes the larger of before and after, written
      or refused. Requests: what was sent to DynamoDB. Ratio: a WCU costs what 5 RCU cost.

      %s

      Above the least, on purpose: a cold function reads all sites in one Query, for a minute; a
      replay is tried like a first request and known by its refusal, so that first requests read
      nothing before.

      The least comes about so:
      %s

      SIZES OF A BOOKING'S ITEMS in bytes; a step of the price is 1,024
      %s
      """
          .formatted(
              booking.session(),
              Texts.lines(costs.table()),
              Texts.lines(costs.formulas()),
              Texts.lines(sizes.table()));
    }
  }

  private static String loans(Effort effort) {
    tell("loan pre-checks");
    try (LoanPaces paces = new LoanPaces()) {
      return """
      LOAN PRE-CHECKS A SECOND on one thread
      Rules: the rulebook alone, questions and changes with it. Function: the bytes of an API Gateway
      event into loanPrecheckHttp and its answer, JSON and texts included. Medians of %d blocks each
      way, by turns.

      %s
      """
          .formatted(
              effort.pairs(),
              Texts.lines(
                  paces.measure(effort.warmUps(), effort.pairs(), effort.operations() * 10)));
    }
  }

  private static String queues(Effort effort) {
    tell("a long waiting list");
    try (QueueCosts queues = new QueueCosts(STALLS, effort.waiting())) {
      queues.measure();
      return """
      A SESSION OF %d STALLS WITH %,d WAITING, closed, opened again and filled again; units as above

      %s

      The least comes about so; a look is all places and holders, read at once, without outbox:
      %s

      PACE, one caller, DynamoDB Local in memory in this JVM
      %s
      """
          .formatted(
              STALLS,
              effort.waiting(),
              Texts.lines(queues.units()),
              Texts.lines(queues.formulas()),
              Texts.lines(queues.paces()));
    }
  }

  private static String starts(Effort effort) {
    tell("starts of infra/local/up");
    return """
    START of infra/local/up once built, in seconds until it prints "ready"

    %s
    """
        .formatted(Texts.lines(StartTimes.measure(effort.starts())));
  }

  private static String throughput(Effort effort) {
    try (Throughput throughput = Throughput.open()) {
      Paces paces = new Paces();
      for (Operation operation : Operation.values()) {
        tell(operation.title() + ", warming up");
        throughput.measure(operation, 4, effort.warmUps(), effort.operations());
        for (int callers : effort.callers()) {
          tell(operation.title() + ", callers: " + callers);
          paces.add(throughput.measure(operation, callers, effort.pairs(), effort.operations()));
        }
      }
      return """
      OPERATIONS A SECOND, DynamoDB Local in memory in this JVM, roles enforced
      Function: the bytes of an API Gateway event into stallBookingHttp, its own client to DynamoDB.
      Raw: the requests that the function sends for such an operation, sent by the same client with
      as many threads. Medians of %d blocks of %d operations each way, by turns; ratio: the median of
      neighbouring blocks' ratios. Processor: milliseconds an operation, DynamoDB Local's included.

      %s
      """
          .formatted(effort.pairs(), effort.operations(), Texts.lines(paces.table()));
    }
  }

  private static String coldStarts(Effort effort) {
    tell("cold starts");
    try (Subjects subjects = Subjects.open()) {
      return """
      COLD START: a process from its start to its first answer, which a write to DynamoDB Local is
      part of, under AWS's runtime interface client, with the template's environment and 512 MB;
      by turns with a plain RequestHandler that sends the same requests. Medians of %d; ratios to
      the plain handler without a cache. Cache: a JDK AOT cache trained with such events, the
      package on the class path, as a container image has it. Processor: milliseconds of both.

      %s

      PACKAGES
      %s
      """
          .formatted(
              effort.coldStarts(),
              Texts.lines(new ColdStarts(subjects).measure(effort.coldStarts())),
              Texts.lines(subjects.packages()));
    }
  }

  private static String warm(Effort effort) {
    tell("warm invocations");
    try (Subjects subjects = Subjects.open()) {
      WarmCalls calls = new WarmCalls(subjects, effort.invocations());
      return """
      WARM: milliseconds of an invocation, measured at the runtime API, one after the other, by turns
      with the plain handler; after %d that count for nothing. Medians; rounds: %d of %,d; ratio:
      the median of the rounds' ratios. Memory: resident, in MB.

      %s

      THE PLAIN HANDLER with each of the SDK's HTTP clients, the same way, one round

      %s
      """
          .formatted(
              WarmCalls.WARM_UPS + effort.invocations(),
              effort.rounds(),
              effort.invocations(),
              Texts.lines(calls.measure(effort.rounds())),
              Texts.lines(calls.measureClients()));
    }
  }

  private static void print(String text) {
    System.out.println(text);
  }

  private static void tell(String progress) {
    System.err.println("measuring " + progress);
  }
}
