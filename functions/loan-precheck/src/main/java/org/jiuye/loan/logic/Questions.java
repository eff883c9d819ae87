package org.jiuye.loan.logic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which questions are worth asking next. A question is worth asking if one of its answers
 * would change the state of a rule. Questions whose answers settle the whole assessment come first,
 * then those that bear on more rules. Both are found by trying the answers.
 */
public final class Questions {
  private Questions() {}

  private record Tried(String pointer, List<String> rules, int settling) {}

  /** The open questions of an assessment, the most decisive first. */
  public static <F, T> List<OpenQuestion> worthAsking(Assessment<F, T> assessment) {
    return answers(assessment).entrySet().stream()
        .map(question -> attempt(assessment, question.getKey(), question.getValue()))
        .filter(tried -> !tried.rules().isEmpty())
        .sorted(
            Comparator.comparingInt(Tried::settling)
                .thenComparingInt(tried -> tried.rules().size())
                .reversed())
        .map(tried -> new OpenQuestion(tried.pointer(), tried.rules()))
        .toList();
  }

  /** The possible answers to the questions of all rules, by pointer. */
  private static <F, T> Map<String, List<F>> answers(Assessment<F, T> assessment) {
    Map<String, List<F>> answers = new LinkedHashMap<>();
    for (Finding<F> finding : assessment.findings().values()) {
      if (finding.applies() && finding.state() == State.UNKNOWN) {
        for (Question<F> question : finding.questions()) {
          answers
              .computeIfAbsent(question.pointer(), _ -> new ArrayList<>())
              .addAll(question.answers());
        }
      }
    }
    return answers;
  }

  private static <F, T> Tried attempt(
      Assessment<F, T> assessment, String pointer, List<F> answers) {
    List<Assessment<F, T>> outcomes = answers.stream().map(assessment::of).toList();
    List<String> rules =
        assessment.findings().entrySet().stream()
            .filter(entry -> entry.getValue().applies())
            .filter(
                entry ->
                    outcomes.stream()
                        .anyMatch(outcome -> differs(outcome, entry.getKey(), entry.getValue())))
            .map(entry -> entry.getKey().code())
            .toList();
    long settling = outcomes.stream().filter(outcome -> outcome.state() != State.UNKNOWN).count();
    return new Tried(pointer, rules, (int) settling * 2 / Math.max(1, outcomes.size()));
  }

  /** True also for a question that only leads to the next one. */
  private static <F, T> boolean differs(
      Assessment<F, T> outcome, Rule<F, T> rule, Finding<F> before) {
    Finding<F> after = outcome.findings().get(rule);
    return after != null
        && (after.state() != before.state() || !pointers(after).equals(pointers(before)));
  }

  private static <F> List<String> pointers(Finding<F> finding) {
    return finding.questions().stream().map(Question::pointer).toList();
  }
}
