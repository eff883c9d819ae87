package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jiuye.loan.logic.Change;
import org.jiuye.loan.logic.State;
import org.jiuye.loan.terms.model.Arrears;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.HireWindow;
import org.jiuye.loan.terms.model.LoanKind;

/** Something that borrowers can change before they apply. */
public sealed interface LoanChange extends Change<Facts> {
  /**
   * Hire people of an eligible group on the day of applying. They count as staff then.
   *
   * @param group any of the eligible groups
   */
  record HireMore(int count, int contractMonths, Group group) implements LoanChange {
    @Override
    public String code() {
      return "HIRE_MORE";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("count", count, "contractMonths", contractMonths);
    }

    @Override
    public Facts applyTo(Facts facts) {
      Enterprise enterprise = facts.enterprise();
      List<Hire> hires = new ArrayList<>(enterprise.hires().orElse(List.of()));
      hires.add(
          new Hire(count, facts.asOf(), Optional.of(Set.of(group)), Optional.of(contractMonths)));
      return facts.enterprise(enterprise.staff(enterprise.staff().orElse(0) + count).hires(hires));
    }
  }

  /** Extend the contracts of some eligible new hires to the required length. */
  record ExtendContracts(long count, int contractMonths, HireWindow window, Set<Group> eligible)
      implements LoanChange {
    public ExtendContracts {
      eligible = Set.copyOf(eligible);
    }

    @Override
    public String code() {
      return "EXTEND_CONTRACTS";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("count", count, "contractMonths", contractMonths);
    }

    @Override
    public Facts applyTo(Facts facts) {
      List<Hire> hires = new ArrayList<>();
      long left = count;
      for (Hire hire : facts.enterprise().hires().orElse(List.of())) {
        int extended = isTooShort(hire, facts.asOf()) ? (int) Math.min(left, hire.count()) : 0;
        left -= extended;
        if (extended > 0) {
          hires.add(hire.count(extended).contractMonths(contractMonths));
        }
        if (extended < hire.count()) {
          hires.add(hire.count(hire.count() - extended));
        }
      }
      return facts.enterprise(facts.enterprise().hires(hires));
    }

    private boolean isTooShort(Hire hire, LocalDate applied) {
      return hire.isOf(eligible) == State.MET
          && window.holds(hire.hiredOn(), applied)
          && hire.contractMonths().filter(months -> months < contractMonths).isPresent();
    }
  }

  /** Pay arrears. */
  record SettleArrears(Set<Arrears> arrears) implements LoanChange {
    public SettleArrears {
      arrears = Set.copyOf(arrears);
    }

    @Override
    public String code() {
      return "SETTLE_ARREARS";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("arrears", List.copyOf(EnumSet.copyOf(arrears)));
    }

    @Override
    public Facts applyTo(Facts facts) {
      return facts.enterprise(facts.enterprise().owes(arrears, false));
    }
  }

  /** Repay loans of the kinds that are not allowed. */
  record RepayLoans(int member, boolean spouse, Set<LoanKind> kinds) implements LoanChange {
    public RepayLoans {
      kinds = Set.copyOf(kinds);
    }

    @Override
    public String code() {
      return "REPAY_LOANS";
    }

    @Override
    public Map<String, Object> details() {
      Map<String, Object> details = new TreeMap<>(whose(member, spouse));
      details.put("kinds", List.copyOf(EnumSet.copyOf(kinds)));
      return details;
    }

    @Override
    public Facts applyTo(Facts facts) {
      Debtor debtor = new Debtor(member, spouse);
      return debtor.tell(
          facts,
          debtor.loans(facts).stream().filter(loan -> !kinds.contains(loan.kind())).toList());
    }
  }

  /** Bring consumer loans down to the limit. */
  record ReduceConsumerLoans(int member, boolean spouse, long toFen) implements LoanChange {
    @Override
    public String code() {
      return "REDUCE_CONSUMER_LOANS";
    }

    @Override
    public Map<String, Object> details() {
      Map<String, Object> details = new TreeMap<>(whose(member, spouse));
      details.put("toFen", toFen);
      return details;
    }

    @Override
    public Facts applyTo(Facts facts) {
      Debtor debtor = new Debtor(member, spouse);
      List<OtherLoan> loans = new ArrayList<>();
      long left = toFen;
      for (OtherLoan loan : debtor.loans(facts)) {
        if (loan.kind() == LoanKind.CONSUMER && loan.amountFen().isPresent()) {
          long kept = Math.min(left, loan.amountFen().get());
          left -= kept;
          loans.add(new OtherLoan(LoanKind.CONSUMER, Optional.of(kept)));
        } else {
          loans.add(loan);
        }
      }
      return debtor.tell(facts, loans);
    }
  }

  /** Apply for a smaller amount. */
  record AskForLess(long amountFen) implements LoanChange {
    @Override
    public String code() {
      return "ASK_FOR_LESS";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("amountFen", amountFen);
    }

    @Override
    public Facts applyTo(Facts facts) {
      return facts.amountFen(amountFen);
    }
  }

  /** Apply for a shorter term. */
  record ShortenTerm(int termMonths) implements LoanChange {
    @Override
    public String code() {
      return "SHORTEN_TERM";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("termMonths", termMonths);
    }

    @Override
    public Facts applyTo(Facts facts) {
      return facts.termMonths(termMonths);
    }
  }

  /** Apply on a later day, or any day after it. */
  record ApplyFrom(LocalDate day) implements LoanChange {
    @Override
    public String code() {
      return "APPLY_FROM";
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("day", day.toString());
    }

    @Override
    public Facts applyTo(Facts facts) {
      return facts.asOf().isBefore(day) ? facts.asOf(day) : facts;
    }

    @Override
    public Optional<LocalDate> waitsUntil() {
      return Optional.of(day);
    }
  }

  private static Map<String, Object> whose(int member, boolean spouse) {
    return Map.of("whose", Facts.pointer(member), "spouse", spouse);
  }
}
