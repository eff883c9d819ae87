package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.HireWindow;
import org.jiuye.loan.terms.model.Terms;
import org.jiuye.shared.policy.Ratio;
import org.jiuye.shared.policy.Setting;

/**
 * Whether an enterprise has hired enough of those whom the loan is meant for. The two criteria
 * together count new hires who belong to an eligible group and have long contracts; they are told
 * apart, because what mends the one does not mend the other.
 *
 * <p>The denominator is the present staff, new hires included. Another ratio holds above (超过) 100
 * staff: exactly 100 are not above, 101 are (Civil Code, article 1259). Half a person does not
 * count: see {@link Ratio#leastOf}.
 */
public final class HireRules {
  private static final String HIRES = "/enterprise/hires";
  private static final int FEW = 1;
  private static final int MANY = 100_000;

  private HireRules() {}

  /** The least number of eligible hires, as the staff asks for it; or why it is not known. */
  private sealed interface Need {
    record Known(int staff, long hires) implements Need {}

    record Untold() implements Need {}

    record Unset(Setting<?> parameter) implements Need {}
  }

  /** How many count, at least and at most, as long as something of them is not told. */
  private record Count(long least, long most) {
    Count plus(int people, State state) {
      return switch (state) {
        case MET -> new Count(least + people, most + people);
        case UNKNOWN -> new Count(least, most + people);
        case NOT_MET -> this;
      };
    }
  }

  public static Finding ratio(Facts facts, Terms terms) {
    for (Setting<?> setting : List.of(terms.hireWindow, terms.eligibleGroups)) {
      if (setting.isUnset()) {
        return Finding.unset(setting);
      }
    }
    return switch (need(facts, terms)) {
      case Need.Unset unset -> Finding.unset(unset.parameter());
      case Need.Untold _ -> Finding.unknown(Map.of(), questions(facts, terms, FEW));
      case Need.Known need -> ratio(facts, terms, need);
    };
  }

  private static Finding ratio(Facts facts, Terms terms, Need.Known need) {
    Count eligible = eligible(facts, terms);
    Map<String, Object> used = used(need, eligible);
    if (eligible.least() >= need.hires()) {
      return Finding.met(used);
    }
    if (eligible.most() >= need.hires()) {
      return Finding.unknown(used, questions(facts, terms, need.hires()));
    }
    return Finding.notMet(used, hireMore(terms, need.staff(), eligible.least()));
  }

  /**
   * The eligible hires that the ratio counts on have contracts of a year or more: as many as it
   * asks for, or all that there are where these are fewer. Hires beyond the ratio may have any.
   */
  public static Finding contracts(Facts facts, Terms terms) {
    for (Setting<?> setting :
        List.of(terms.hireWindow, terms.eligibleGroups, terms.leastContractMonths)) {
      if (setting.isUnset()) {
        return Finding.unset(setting);
      }
    }
    Need need = need(facts, terms);
    if (need instanceof Need.Unset unset) {
      return Finding.unset(unset.parameter());
    }
    if (facts.enterprise().hires().isEmpty()) {
      return Finding.unknown(Map.of(), questions(facts, terms, FEW));
    }
    Count contracted = new Count(0, 0);
    Count without = new Count(0, 0);
    for (Hire hire : inWindow(facts, terms)) {
      State isEligible = hire.isOf(terms.eligibleGroups.get());
      State isLong = contract(hire, terms);
      contracted = contracted.plus(hire.count(), isEligible.and(isLong));
      without = without.plus(hire.count(), isEligible.and(not(isLong)));
    }
    Optional<Long> hires =
        need instanceof Need.Known known ? Optional.of(known.hires()) : Optional.empty();
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("contracted", contracted.least());
    used.put("withoutLongContract", without.least());
    hires.ifPresent(least -> used.put("needed", least));
    Count longOnes = contracted;
    if (without.most() == 0 || hires.filter(least -> longOnes.least() >= least).isPresent()) {
      return Finding.met(used);
    }
    if (without.least() > 0 && hires.filter(least -> longOnes.most() < least).isPresent()) {
      long missing = Math.min(hires.get() - contracted.least(), without.least());
      return Finding.notMet(
          used,
          List.of(
              new Change.ExtendContracts(
                  missing,
                  terms.leastContractMonths.get(),
                  terms.hireWindow.get(),
                  terms.eligibleGroups.get())));
    }
    return Finding.unknown(used, contractQuestions(facts, terms));
  }

  private static Need need(Facts facts, Terms terms) {
    if (facts.enterprise().staff().isEmpty()) {
      return terms.hireRatio.isUnset() && terms.largeHireRatio.isUnset()
          ? new Need.Unset(terms.hireRatio)
          : new Need.Untold();
    }
    int staff = facts.enterprise().staff().get();
    if (terms.largeStaffAbove.isUnset()) {
      return new Need.Unset(terms.largeStaffAbove);
    }
    Setting<Ratio> ratio = ratioFor(staff, terms);
    return ratio.isUnset()
        ? new Need.Unset(ratio)
        : new Need.Known(staff, ratio.get().leastOf(staff));
  }

  private static Setting<Ratio> ratioFor(long staff, Terms terms) {
    return staff > terms.largeStaffAbove.get() ? terms.largeHireRatio : terms.hireRatio;
  }

  /** The fewest more hires that do: each of them is staff too, so the ratio is asked of more. */
  private static List<Change> hireMore(Terms terms, int staff, long eligible) {
    int months = terms.leastContractMonths.value().orElse(12);
    for (int more = 1; more <= MANY; more++) {
      Setting<Ratio> ratio = ratioFor(staff + more, terms);
      if (ratio.isUnset()) {
        return List.of();
      }
      if (eligible + more >= ratio.get().leastOf(staff + more)) {
        return List.of(new Change.HireMore(more, months, anyGroup(terms)));
      }
    }
    return List.of();
  }

  private static List<Hire> inWindow(Facts facts, Terms terms) {
    LocalDate applied = facts.asOf();
    HireWindow window = terms.hireWindow.get();
    return facts.enterprise().hires().orElse(List.of()).stream()
        .filter(hire -> window.holds(hire.hiredOn(), applied))
        .toList();
  }

  private static Count eligible(Facts facts, Terms terms) {
    if (facts.enterprise().hires().isEmpty()) {
      return new Count(0, facts.enterprise().staff().orElse(0));
    }
    Count count = new Count(0, 0);
    for (Hire hire : inWindow(facts, terms)) {
      count = count.plus(hire.count(), hire.isOf(terms.eligibleGroups.get()));
    }
    return count;
  }

  private static State contract(Hire hire, Terms terms) {
    return hire.contractMonths()
        .map(months -> State.of(months >= terms.leastContractMonths.get()))
        .orElse(State.UNKNOWN);
  }

  private static State not(State state) {
    return switch (state) {
      case MET -> State.NOT_MET;
      case NOT_MET -> State.MET;
      case UNKNOWN -> State.UNKNOWN;
    };
  }

  private static Map<String, Object> used(Need.Known need, Count eligible) {
    Map<String, Object> used = new LinkedHashMap<>();
    used.put("staff", need.staff());
    used.put("eligibleHires", eligible.least());
    used.put("needed", need.hires());
    return used;
  }

  /** What is not told of staff and hires, as far as the ratio is concerned. */
  private static List<Question> questions(Facts facts, Terms terms, long needed) {
    Enterprise enterprise = facts.enterprise();
    List<Question> questions = new ArrayList<>();
    if (enterprise.staff().isEmpty()) {
      questions.add(
          Question.of(
              "/enterprise/staff",
              facts.enterprise(enterprise.staff(FEW)),
              facts.enterprise(enterprise.staff(MANY))));
    }
    if (enterprise.hires().isEmpty()) {
      Hire enough =
          new Hire(
              Math.toIntExact(needed),
              facts.asOf(),
              Optional.of(Set.of(anyGroup(terms))),
              Optional.of(terms.leastContractMonths.value().orElse(12)));
      questions.add(
          Question.of(
              HIRES,
              facts.enterprise(enterprise.hires(List.of(enough))),
              facts.enterprise(enterprise.hires(List.of()))));
      return questions;
    }
    forEach(
        facts,
        terms,
        (index, hire) -> {
          if (hire.groups().isEmpty()) {
            questions.add(groupsOf(facts, terms, index, hire));
          }
        });
    return questions;
  }

  private static List<Question> contractQuestions(Facts facts, Terms terms) {
    List<Question> questions = new ArrayList<>();
    if (facts.enterprise().staff().isEmpty()) {
      questions.addAll(questions(facts, terms, FEW).subList(0, 1));
    }
    int months = terms.leastContractMonths.get();
    forEach(
        facts,
        terms,
        (index, hire) -> {
          if (hire.contractMonths().isEmpty()
              && hire.isOf(terms.eligibleGroups.get()) != State.NOT_MET) {
            questions.add(
                question(
                    facts,
                    index,
                    "contractMonths",
                    hire.contractMonths(months),
                    hire.contractMonths(0)));
          } else if (hire.groups().isEmpty() && contract(hire, terms) != State.MET) {
            questions.add(groupsOf(facts, terms, index, hire));
          }
        });
    return questions;
  }

  private static Question groupsOf(Facts facts, Terms terms, int index, Hire hire) {
    return question(
        facts, index, "groups", hire.groups(Set.of(anyGroup(terms))), hire.groups(Set.of()));
  }

  private static Group anyGroup(Terms terms) {
    return terms.eligibleGroups.get().iterator().next();
  }

  private static Question question(Facts facts, int index, String field, Hire good, Hire bad) {
    return Question.of(
        HIRES + "/" + index + "/" + field, with(facts, index, good), with(facts, index, bad));
  }

  private static Facts with(Facts facts, int index, Hire hire) {
    List<Hire> hires = new ArrayList<>(facts.enterprise().hires().orElseThrow());
    hires.set(index, hire);
    return facts.enterprise(facts.enterprise().hires(hires));
  }

  @FunctionalInterface
  private interface HireVisitor {
    void visit(int index, Hire hire);
  }

  private static void forEach(Facts facts, Terms terms, HireVisitor visitor) {
    List<Hire> hires = facts.enterprise().hires().orElse(List.of());
    for (int index = 0; index < hires.size(); index++) {
      if (terms.hireWindow.get().holds(hires.get(index).hiredOn(), facts.asOf())) {
        visitor.visit(index, hires.get(index));
      }
    }
  }
}
