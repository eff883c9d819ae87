package org.jiuye.local.tour;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks the tour of every capability, {@code functions/*}{@code /tour.http}, through a suite that
 * runs. It knows no capability: what is asked and what must come stands in the files.
 */
public final class Tour {
  private static final int FAILED = 1;
  private static final int USAGE_ERROR = 2;

  private Tour() {}

  /**
   * Walks the tours. The exit status is 1 when a step fails, and 2, upon which the script shows how
   * it is used, when the arguments or a file cannot be understood.
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    List<TourFile> tours;
    TourOptions options;
    try {
      options = TourOptions.parse(List.of(arguments));
      tours = tours(options);
    } catch (IllegalArgumentException problem) {
      problems.println(problem.getMessage());
      System.exit(USAGE_ERROR);
      return;
    }
    if (!new HttpVisitor().isAnswered(options.address())) {
      problems.println(
          "Nothing answers at " + options.address() + "; start the suite with infra/local/up.");
      System.exit(FAILED);
    }
    if (!walk(tours, options.address(), out)) {
      System.exit(FAILED);
    }
  }

  private static List<TourFile> tours(TourOptions options) {
    List<TourFile> all = TourReader.readAll(options.project());
    List<TourFile> chosen =
        all.stream()
            .filter(tour -> options.only().map(tour.capability()::equals).orElse(true))
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no functions/" + options.only().orElse("*") + "/tour.http.");
    }
    return chosen;
  }

  /**
   * Walks tours one after the other; one that fails does not keep the next from being walked.
   *
   * @return whether all was as it should be
   */
  public static boolean walk(List<TourFile> tours, String address, PrintStream out) {
    List<String> failures = new ArrayList<>();
    int steps = 0;
    for (TourFile tour : tours) {
      Walker walker = new Walker(tour, address, out);
      failures.addAll(walker.walk());
      steps += walker.steps();
    }
    if (failures.isEmpty()) {
      out.printf("%nThe tour is over: %d steps, all as they should be.%n", steps);
      return true;
    }
    out.printf("%nThe tour FAILED:%n");
    failures.forEach(failure -> out.println("  " + failure));
    return false;
  }
}
