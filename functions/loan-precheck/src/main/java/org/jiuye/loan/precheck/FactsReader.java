package org.jiuye.loan.precheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jiuye.loan.rules.model.Borrower;
import org.jiuye.loan.rules.model.Enterprise;
import org.jiuye.loan.rules.model.Facts;
import org.jiuye.loan.rules.model.FactsBuilder;
import org.jiuye.loan.rules.model.Hire;
import org.jiuye.loan.rules.model.OtherLoan;
import org.jiuye.loan.terms.model.EnterpriseKind;
import org.jiuye.loan.terms.model.Group;
import org.jiuye.loan.terms.model.HouseholdKind;
import org.jiuye.loan.terms.model.LoanKind;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Purpose;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.BodyFields;

/**
 * Reads facts from a request body. An optional field that is left out was not told; every
 * impossible value is reported.
 */
public final class FactsReader {
  /** Ten thousand million yuan: nobody here borrows or owes more. */
  private static final long MOST_FEN = 1_000_000_000_000L;

  private static final int MOST_MONTHS = 600;
  private static final int MOST_STAFF = 100_000;
  private static final int MOST_LOANS = 50;
  private static final int MOST_PARTNERS = 49;
  private static final int MOST_HIRES = 1_000;

  /** A later day of applying is possible, but not one so far off that nobody knows its rules. */
  private static final int DAYS_AHEAD = 366;

  private final CountyTime time;

  public FactsReader(CountyTime time) {
    this.time = time;
  }

  public Facts read(BodyFields fields) {
    LocalDate today = time.today();
    Product product = fields.choice("product", Product.class);
    LocalDate asOf = fields.optionalDate("asOf").orElse(today);
    fields.ensure(!asOf.isAfter(today.plusDays(DAYS_AHEAD)), "asOf", "date-in-future");
    return FactsBuilder.builder()
        .product(product)
        .asOf(asOf)
        .amountFen(amount(fields, "amountFen", 1))
        .termMonths(fields.optionalInteger("termMonths", 1, MOST_MONTHS))
        .applicant(
            told(fields, "applicant", () -> fields.object("applicant", who -> borrower(who, asOf)))
                .orElse(Borrower.UNTOLD))
        .partners(
            told(
                fields,
                "partners",
                () -> fields.list("partners", 0, MOST_PARTNERS, who -> borrower(who, asOf))))
        .enterprise(
            told(
                    fields,
                    "enterprise",
                    () -> fields.object("enterprise", firm -> enterprise(firm, asOf)))
                .orElse(Enterprise.UNTOLD))
        .foundedOn(pastDate(fields, "foundedOn", asOf))
        .qualityProject(told(fields, "qualityProject", () -> fields.flag("qualityProject")))
        .household(
            told(fields, "household", () -> fields.choices("household", HouseholdKind.class)))
        .purpose(told(fields, "purpose", () -> fields.choice("purpose", Purpose.class)))
        .build();
  }

  private static Borrower borrower(BodyFields fields, LocalDate asOf) {
    Optional<Boolean> married = told(fields, "married", () -> fields.flag("married"));
    Optional<List<OtherLoan>> spouseLoans = loans(fields, "spouseLoans");
    fields.ensure(
        married.orElse(true) || spouseLoans.orElse(List.of()).isEmpty(),
        "spouseLoans",
        "no-spouse");
    return new Borrower(
        told(fields, "groups", () -> fields.choices("groups", Group.class)),
        fields.optionalInteger("loansBefore", 0, MOST_LOANS),
        loans(fields, "otherLoans"),
        married,
        spouseLoans,
        pastDate(fields, "bornOn", asOf));
  }

  private static Optional<List<OtherLoan>> loans(BodyFields fields, String name) {
    return told(
        fields,
        name,
        () ->
            fields.list(
                name,
                0,
                MOST_LOANS,
                loan ->
                    new OtherLoan(
                        loan.choice("kind", LoanKind.class), amount(loan, "amountFen", 0))));
  }

  private static Enterprise enterprise(BodyFields fields, LocalDate asOf) {
    Optional<Integer> staff = fields.optionalInteger("staff", 1, MOST_STAFF);
    Optional<List<Hire>> hires =
        told(fields, "hires", () -> fields.list("hires", 0, MOST_HIRES, hire -> hire(hire, asOf)));
    long hired = hires.orElse(List.of()).stream().mapToLong(Hire::count).sum();
    fields.ensure(staff.filter(present -> hired > present).isEmpty(), "hires", "more-than-staff");
    return new Enterprise(
        told(fields, "kind", () -> fields.choice("kind", EnterpriseKind.class)),
        staff,
        hires,
        told(fields, "wageArrears", () -> fields.flag("wageArrears")),
        told(fields, "insuranceArrears", () -> fields.flag("insuranceArrears")));
  }

  private static Hire hire(BodyFields fields, LocalDate asOf) {
    LocalDate hiredOn = fields.date("hiredOn");
    fields.ensure(!hiredOn.isAfter(asOf), "hiredOn", "date-in-future");
    return new Hire(
        fields.optionalInteger("count", 1, MOST_STAFF).orElse(1),
        hiredOn,
        told(fields, "groups", () -> fields.choices("groups", Group.class)),
        fields.optionalInteger("contractMonths", 0, MOST_MONTHS));
  }

  private static Optional<LocalDate> pastDate(BodyFields fields, String name, LocalDate asOf) {
    Optional<LocalDate> date = fields.optionalOldDate(name);
    fields.ensure(date.filter(day -> day.isAfter(asOf)).isEmpty(), name, "date-in-future");
    return date;
  }

  private static Optional<Long> amount(BodyFields fields, String name, long least) {
    return told(fields, name, () -> fields.whole(name, least, MOST_FEN));
  }

  private static <T> Optional<T> told(BodyFields fields, String name, Supplier<T> reader) {
    return fields.has(name) ? Optional.of(reader.get()) : Optional.empty();
  }
}
