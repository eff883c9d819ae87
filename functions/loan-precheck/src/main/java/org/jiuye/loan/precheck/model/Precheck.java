package org.jiuye.loan.precheck.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.terms.model.Cited;
import org.jiuye.loan.terms.model.Product;

/**
 * A pre-check: an honest answer before an application, never an approval. It holds codes and
 * numbers alone; what people read is written from it in their language.
 *
 * @param policyId the version of the policy that it stands on
 * @param questions what is worth telling next, the most decisive first
 * @param changes what would turn a no into a yes
 * @param unset conditions of which nobody could find whether there are such; not judged
 */
public record Precheck(
    Product product,
    LocalDate asOf,
    String policyId,
    int policyVersion,
    Verdict verdict,
    List<Criterion> criteria,
    List<Asked> questions,
    Optional<Changes> changes,
    Loan loan,
    List<Cited> unset) {
  public Precheck {
    criteria = List.copyOf(criteria);
    questions = List.copyOf(questions);
    unset = List.copyOf(unset);
  }

  /**
   * A question worth asking.
   *
   * @param pointer where the answer stands in a request
   * @param rules the criteria that it bears upon
   */
  public record Asked(String pointer, List<String> rules) {}

  /**
   * What would turn a no into a yes.
   *
   * @param possible whether anything would
   * @param smallest the smallest set that does, tried by running the rules again
   * @param beyond the criteria that nothing can be done about
   */
  public record Changes(boolean possible, List<ToDo> smallest, List<String> beyond) {}

  /** One change, with what stands in the gaps of its text. */
  public record ToDo(String change, Map<String, Object> details) {}

  /**
   * The loan that it is about.
   *
   * @param cap the most, in fen
   * @param term the longest, in months
   */
  public record Loan(
      Cited cap, Cited term, Cited interestSubsidy, CounterGuarantee counterGuarantee) {}

  /**
   * Whether a counter-guarantee is asked for.
   *
   * @param ground what decided it, or would
   */
  public record CounterGuarantee(Outcome outcome, Optional<String> ground, Cited term) {
    /** How it stands. */
    public enum Outcome {
      WAIVED,
      REQUIRED,
      /** What was not told decides. */
      UNKNOWN,
      /** Nobody could find when it is waived. */
      UNSET
    }
  }
}
