package org.jiuye.loan.rules.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.Finding;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Setting;

/**
 * How much can be borrowed, and for how long. Where no amount or term was asked for there is
 * nothing to judge, and the answer says what is possible.
 */
public final class AmountRules {
  private AmountRules() {}

  /** The amount is at most the cap; exactly the cap is allowed. */
  static Finding<Facts> amount(Facts facts, Terms terms) {
    if (facts.amountFen().isEmpty()) {
      return Finding.silent();
    }
    long asked = facts.amountFen().get();
    Optional<Setting<?>> unset = unsetCap(terms);
    OptionalLong cap = cap(facts, terms);
    if (unset.isPresent()) {
      // Whatever the members' caps are, a partnership cannot have more than the overall cap.
      return terms.capFen.is(most -> asked > most)
          ? Finding.notMet(used(asked, cap), askForLess(terms.capFen.get()))
          : Finding.unset(unset.get());
    }
    if (cap.isEmpty()) {
      return asked > terms.capFen.get()
          ? Finding.notMet(used(asked, cap), askForLess(terms.capFen.get()))
          : Finding.unknown(used(asked, cap), List.of(BorrowerRules.whoArePartners(facts)));
    }
    return asked <= cap.getAsLong()
        ? Finding.met(used(asked, cap))
        : Finding.notMet(used(asked, cap), askForLess(cap.getAsLong()));
  }

  /** The term is at most the longest; exactly the longest is allowed. */
  static Finding<Facts> term(Facts facts, Terms terms) {
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
        : Finding.notMet(used, List.of(new LoanChange.ShortenTerm(most)));
  }

  /**
   * The most that these borrowers can have, in fen. For a partnership it is the sum of its members'
   * caps, raised by a ratio, and never more than the overall cap.
   *
   * @return empty where one of its parameters is unset, or the members are not known
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

  private static List<Change<Facts>> askForLess(long fen) {
    return List.of(new LoanChange.AskForLess(fen));
  }

  private static Map<String, Object> used(long asked, OptionalLong most) {
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("amountFen", asked);
    most.ifPresent(fen -> used.put("mostFen", fen));
    return used;
  }
}
