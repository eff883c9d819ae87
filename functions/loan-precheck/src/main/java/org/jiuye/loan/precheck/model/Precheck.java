package org.jiuye.loan.precheck.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.logic.OpenQuestion;
import org.jiuye.loan.logic.Remedy;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.shared.record.BuiltByName;

/**
 * A pre-check: an honest answer before an application, never an approval. It holds codes and
 * numbers alone; the texts that people read are written from it in their language.
 *
 * @param policyId the version of the policy that it was made under
 * @param questions the facts that are worth telling next, the most decisive first
 * @param changes what would turn a no into a yes
 * @param unset rules of which nobody could find out whether they exist; they were not judged
 */
@BuiltByName
public record Precheck(
    Product product,
    LocalDate asOf,
    String policyId,
    int policyVersion,
    Verdict verdict,
    List<Criterion> criteria,
    List<OpenQuestion> questions,
    Optional<Changes> changes,
    Loan loan,
    List<Cited> unset) {
  public Precheck {
    criteria = List.copyOf(criteria);
    questions = List.copyOf(questions);
    unset = List.copyOf(unset);
  }

  /**
   * What would turn a no into a yes.
   *
   * @param possible whether anything would
   * @param smallest the smallest set of changes that would
   * @param beyond the criteria that nothing can be done about
   */
  public record Changes(boolean possible, List<ToDo> smallest, List<String> beyond) {
    static Changes of(Remedy<Facts> remedy) {
      return new Changes(
          remedy.possible(),
          remedy.smallest().stream()
              .map(change -> new ToDo(change.code(), change.details()))
              .toList(),
          remedy.beyond());
    }
  }

  /** One change, with the values for the gaps of its text. */
  public record ToDo(String change, Map<String, Object> details) {}

  /**
   * The loan that could be had.
   *
   * @param cap the largest amount, in fen
   * @param term the longest term, in months
   */
  public record Loan(
      Cited cap, Cited term, Cited interestSubsidy, CounterGuarantee counterGuarantee) {}

  /**
   * Whether a counter-guarantee is required.
   *
   * @param ground the fact that decided this, or would
   */
  public record CounterGuarantee(Outcome outcome, Optional<String> ground, Cited term) {
    /** Whether it is required. */
    public enum Outcome {
      WAIVED,
      REQUIRED,
      /** That depends on a fact that was not told. */
      UNKNOWN,
      /** Nobody could find when it is waived. */
      UNSET
    }
  }
}
