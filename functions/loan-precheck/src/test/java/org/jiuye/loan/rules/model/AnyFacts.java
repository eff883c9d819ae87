package org.jiuye.loan.rules.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Purpose;

/** Facts of all kinds, near the boundaries more often than far from them, with gaps. */
public final class AnyFacts {
  private AnyFacts() {}

  public static Arbitrary<Facts> facts() {
    return Combinators.combine(Arbitraries.of(Product.class), days())
        .flatAs(
            (product, day) ->
                Combinators.combine(
                        gap(
                            Arbitraries.of(
                                4_900_000L,
                                5_000_000L,
                                5_000_001L,
                                20_000_000L,
                                30_000_001L,
                                66_000_000L,
                                400_000_001L)),
                        gap(Arbitraries.integers().between(11, 37)),
                        borrowers(day),
                        gap(borrowers(day).list().ofMaxSize(3)),
                        enterprises(day),
                        gap(around(day, 800)),
                        gap(Arbitraries.of(true, false)),
                        Combinators.combine(
                                gap(Arbitraries.of(HouseholdKind.class).set().ofMaxSize(2)),
                                gap(Arbitraries.of(Purpose.class)))
                            .as(Micro::new))
                    .as(
                        (amount, term, applicant, partners, firm, founded, quality, micro) ->
                            FactsBuilder.builder()
                                .product(product)
                                .asOf(day)
                                .amountFen(amount)
                                .termMonths(term)
                                .applicant(applicant)
                                .partners(partners)
                                .enterprise(firm)
                                .foundedOn(founded)
                                .qualityProject(quality)
                                .household(micro.household())
                                .purpose(micro.purpose())
                                .build()));
  }

  private record Micro(Optional<Set<HouseholdKind>> household, Optional<Purpose> purpose) {}

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.of(
            "2020-04-14",
            "2020-04-15",
            "2020-12-31",
            "2021-01-01",
            "2023-09-30",
            "2023-10-01",
            "2024-02-29",
            "2025-03-01",
            "2026-07-01")
        .map(LocalDate::parse);
  }

  public static Arbitrary<Borrower> borrowers(LocalDate day) {
    return Combinators.combine(
            gap(Arbitraries.of(Group.class).set().ofMaxSize(2)),
            gap(Arbitraries.integers().between(0, 4)),
            gap(loans().list().ofMaxSize(2)),
            gap(Arbitraries.of(true, false)),
            gap(loans().list().ofMaxSize(2)),
            gap(
                Arbitraries.integers()
                    .between(0, 70)
                    .map(years -> day.minusYears(years).minusDays(years % 3))))
        .as(Borrower::new);
  }

  public static Arbitrary<OtherLoan> loans() {
    return Combinators.combine(
            Arbitraries.of(LoanKind.class),
            gap(Arbitraries.of(0L, 2_500_000L, 5_000_000L, 5_000_001L)))
        .as(OtherLoan::new);
  }

  public static Arbitrary<Enterprise> enterprises(LocalDate day) {
    return Combinators.combine(
            gap(Arbitraries.of(EnterpriseKind.class)),
            gap(Arbitraries.of(1, 6, 7, 20, 33, 99, 100, 101, 250)),
            gap(hires(day).list().ofMaxSize(4)),
            gap(Arbitraries.of(true, false)),
            gap(Arbitraries.of(true, false)))
        .as(
            (kind, staff, hires, wages, insurance) ->
                new Enterprise(
                    kind,
                    staff.map(people -> Math.max(people, people(hires.orElse(List.of())))),
                    hires,
                    wages,
                    insurance));
  }

  public static Arbitrary<Hire> hires(LocalDate day) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 12),
            around(day, 400),
            gap(Arbitraries.of(Group.class).set().ofMaxSize(2)),
            gap(Arbitraries.of(6, 11, 12, 36)))
        .as(Hire::new);
  }

  private static Arbitrary<LocalDate> around(LocalDate day, int most) {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, most), Arbitraries.of(364, 365, 366, 367))
        .map(day::minusDays);
  }

  /** Something that is told three times in four. */
  private static <T> Arbitrary<Optional<T>> gap(Arbitrary<T> told) {
    return told.optional(0.75);
  }

  /** Facts of which everything that was not told is told now. */
  public static Arbitrary<Facts> filled(Facts facts) {
    return Combinators.combine(filled(facts.applicant(), facts.asOf()), facts())
        .flatAs(
            (applicant, other) ->
                Combinators.combine(
                        partners(facts),
                        enterprise(facts),
                        whole(around(facts.asOf(), 800)),
                        whole(Arbitraries.of(true, false)),
                        whole(Arbitraries.of(HouseholdKind.class).set().ofMaxSize(2)),
                        whole(Arbitraries.of(Purpose.class)))
                    .as(
                        (partners, firm, founded, quality, household, purpose) ->
                            FactsBuilder.builder(facts)
                                .applicant(applicant)
                                .partners(Optional.of(partners))
                                .enterprise(firm)
                                .foundedOn(facts.foundedOn().or(() -> founded))
                                .qualityProject(facts.qualityProject().or(() -> quality))
                                .household(facts.household().or(() -> household))
                                .purpose(facts.purpose().or(() -> purpose))
                                .build()));
  }

  private static Arbitrary<List<Borrower>> partners(Facts facts) {
    return facts
        .partners()
        .map(
            told ->
                Combinators.combine(
                        told.stream().map(partner -> filled(partner, facts.asOf())).toList())
                    .as(List::copyOf))
        .orElseGet(() -> filled(Borrower.UNTOLD, facts.asOf()).list().ofMaxSize(3));
  }

  private static Arbitrary<Borrower> filled(Borrower told, LocalDate day) {
    return Combinators.combine(
            whole(Arbitraries.of(Group.class).set().ofMaxSize(2)),
            whole(Arbitraries.integers().between(0, 4)),
            filledLoans(told.otherLoans()),
            whole(Arbitraries.of(true, false)),
            filledLoans(told.spouseLoans()),
            whole(Arbitraries.integers().between(0, 70).map(day::minusYears)))
        .as(
            (groups, before, loans, married, spouses, born) ->
                new Borrower(
                    told.groups().or(() -> groups),
                    told.loansBefore().or(() -> before),
                    Optional.of(loans),
                    told.married().or(() -> married),
                    Optional.of(spouses),
                    told.bornOn().or(() -> born)));
  }

  private static Arbitrary<List<OtherLoan>> filledLoans(Optional<List<OtherLoan>> told) {
    Arbitrary<Long> amounts = Arbitraries.of(0L, 2_500_000L, 5_000_000L, 5_000_001L);
    return told.map(
            loans ->
                Combinators.combine(
                        loans.stream()
                            .map(
                                loan ->
                                    amounts.map(
                                        fen ->
                                            new OtherLoan(
                                                loan.kind(),
                                                loan.amountFen().or(() -> Optional.of(fen)))))
                            .toList())
                    .as(List::copyOf))
        .orElseGet(
            () ->
                Combinators.combine(Arbitraries.of(LoanKind.class), amounts)
                    .as((kind, fen) -> new OtherLoan(kind, Optional.of(fen)))
                    .list()
                    .ofMaxSize(2));
  }

  private static Arbitrary<Enterprise> enterprise(Facts facts) {
    Enterprise told = facts.enterprise();
    Arbitrary<List<Hire>> hires =
        told.hires()
            .map(
                list ->
                    Combinators.combine(list.stream().map(AnyFacts::filled).toList())
                        .as(List::copyOf))
            .orElseGet(() -> hires(facts.asOf()).flatMap(AnyFacts::filled).list().ofMaxSize(4));
    return Combinators.combine(
            whole(Arbitraries.of(EnterpriseKind.class)),
            whole(Arbitraries.of(50, 100, 101, 250)),
            hires,
            whole(Arbitraries.of(true, false)),
            whole(Arbitraries.of(true, false)))
        .as(
            (kind, staff, all, wages, insurance) -> {
              int least = people(told.hires().isPresent() ? all : List.of());
              int present = told.staff().orElse(Math.max(staff.orElse(1), least));
              return new Enterprise(
                  told.kind().or(() -> kind),
                  Optional.of(present),
                  Optional.of(people(all) <= present ? all : List.of()),
                  told.wageArrears().or(() -> wages),
                  told.insuranceArrears().or(() -> insurance));
            });
  }

  /** A request with more hires than staff is refused before any rule sees it. */
  private static int people(List<Hire> hires) {
    return hires.stream().mapToInt(Hire::count).sum();
  }

  private static Arbitrary<Hire> filled(Hire hire) {
    return Combinators.combine(
            Arbitraries.of(Group.class).set().ofMaxSize(2), Arbitraries.of(6, 11, 12, 36))
        .as(
            (groups, months) ->
                new Hire(
                    hire.count(),
                    hire.hiredOn(),
                    hire.groups().or(() -> Optional.of(groups)),
                    hire.contractMonths().or(() -> Optional.of(months))));
  }

  private static <T> Arbitrary<Optional<T>> whole(Arbitrary<T> told) {
    return told.map(Optional::of);
  }
}
