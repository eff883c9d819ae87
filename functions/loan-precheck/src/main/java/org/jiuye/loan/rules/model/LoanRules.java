package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Setting;

/** How much, and for how long. What nobody asks for is not judged: the answer tells the most. */
public final class LoanRules {
  private LoanRules() {}

  /** The amount that is asked for is at most the cap; exactly the cap is allowed. */
  public static Finding amount(Facts facts, Terms terms) {
    if (facts.amountFen().isEmpty()) {
      return Finding.silent();
    }
    long asked = facts.amountFen().get();
    Optional<Setting<?>> unset = unsetCap(terms);
    OptionalLong whole = cap(facts, terms);
    if (unset.isPresent()) {
      // A partnership may not have more than the cap of all, whatever the rest is.
      return terms.capFen.is(most -> asked > most)
          ? Finding.notMet(used(asked, whole), List.of(new Change.AskForLess(terms.capFen.get())))
          : Finding.unset(unset.get());
    }
    if (whole.isEmpty()) {
      return asked > terms.capFen.get()
          ? Finding.notMet(used(asked, whole), List.of(new Change.AskForLess(terms.capFen.get())))
          : Finding.unknown(
              used(asked, whole),
              List.of(
                  Question.of(
                      "/partners",
                      facts.partners(List.of(Borrower.UNTOLD)),
                      facts.partners(List.of()))));
    }
    return asked <= whole.getAsLong()
        ? Finding.met(used(asked, whole))
        : Finding.notMet(used(asked, whole), List.of(new Change.AskForLess(whole.getAsLong())));
  }

  /** The term that is asked for is at most the longest; exactly that is allowed. */
  public static Finding term(Facts facts, Terms terms) {
    if (facts.termMonths().isEmpty()) {
      return Finding.silent();
    }
    if (terms.mostTermMonths.isUnset()) {
      return Finding.unset(terms.mostTermMonths);
    }
    int most = terms.mostTermMonths.get();
    Map<String, Object> used = Map.of("termMonths", facts.termMonths().get());
    return facts.termMonths().get() <= most
        ? Finding.met(used)
        : Finding.notMet(used, List.of(new Change.ShortenTerm(most)));
  }

  /**
   * The most that these people may have. A partnership's is the sum of its members' caps raised by
   * a part, and never more than the cap of all.
   *
   * @return empty where a parameter of it is unset, or the members are not known
   */
  public static OptionalLong cap(Facts facts, Terms terms) {
    if (unsetCap(terms).isPresent()
        || (facts.product() == Product.PARTNERSHIP && facts.partners().isEmpty())) {
      return OptionalLong.empty();
    }
    if (facts.product() != Product.PARTNERSHIP) {
      return OptionalLong.of(terms.capFen.get());
    }
    long sum = Math.multiplyExact(terms.memberCapFen.get(), (long) facts.members().size());
    return OptionalLong.of(Math.min(terms.capRaise.get().raise(sum), terms.capFen.get()));
  }

  /** The first parameter of the cap that nobody could find. */
  public static Optional<Setting<?>> unsetCap(Terms terms) {
    List<Setting<?>> parts = List.of(terms.memberCapFen, terms.capRaise, terms.capFen);
    return parts.stream().filter(Setting::isUnset).findFirst();
  }

  private static Map<String, Object> used(long asked, OptionalLong most) {
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("amountFen", asked);
    most.ifPresent(fen -> used.put("mostFen", fen));
    return used;
  }
}
