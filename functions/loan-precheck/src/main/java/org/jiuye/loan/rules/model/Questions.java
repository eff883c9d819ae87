package org.jiuye.loan.rules.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.loan.precheck.model.Precheck;
import org.jiuye.loan.precheck.model.Verdict;

/**
 * What is worth asking next. A question is worth it if an answer would change how a criterion
 * stands; it is the more decisive, the more of its answers settle the whole, and then the more
 * criteria it bears upon. Both are found by trying the answers, not told by hand.
 */
public final class Questions {
  private Questions() {}

  private record Tried(String pointer, List<String> rules, int settling) {}

  public static List<Precheck.Asked> worthAsking(Judged judged) {
    Map<String, List<Facts>> answers = new LinkedHashMap<>();
    for (Finding finding : judged.findings().values()) {
      if (finding.applies() && finding.state() == State.UNKNOWN) {
        finding
            .questions()
            .forEach(
                question ->
                    answers
                        .computeIfAbsent(question.pointer(), _ -> new ArrayList<>())
                        .addAll(question.answers()));
      }
    }
    return answers.entrySet().stream()
        .map(question -> attempt(judged, question.getKey(), question.getValue()))
        .filter(tried -> !tried.rules().isEmpty())
        .sorted(
            Comparator.comparingInt(Tried::settling)
                .thenComparingInt(tried -> tried.rules().size())
                .reversed())
        .map(tried -> new Precheck.Asked(tried.pointer(), tried.rules()))
        .toList();
  }

  private static Tried attempt(Judged judged, String pointer, List<Facts> answers) {
    List<Judged> outcomes =
        answers.stream().map(answer -> Judged.of(answer, judged.terms())).toList();
    List<String> rules =
        judged.findings().entrySet().stream()
            .filter(entry -> entry.getValue().applies())
            .filter(
                entry ->
                    outcomes.stream()
                        .anyMatch(outcome -> differs(outcome, entry.getKey(), entry.getValue())))
            .map(entry -> entry.getKey().code())
            .toList();
    int settling =
        (int)
            outcomes.stream()
                .filter(outcome -> outcome.verdict() != Verdict.NEEDS_INFORMATION)
                .count();
    return new Tried(pointer, rules, settling * 2 / Math.max(1, outcomes.size()));
  }

  /** Also a question that only leads to the next one, such as whether there is a spouse. */
  private static boolean differs(Judged outcome, Rule rule, Finding before) {
    Finding after = outcome.findings().get(rule);
    return after != null
        && (after.state() != before.state() || !pointers(after).equals(pointers(before)));
  }

  private static List<String> pointers(Finding finding) {
    return finding.questions().stream().map(Question::pointer).toList();
  }
}
