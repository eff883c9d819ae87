package org.jiuye.loan.rules.model;

import java.util.List;
import org.jiuye.loan.terms.model.Product;

/**
 * The conditions of each loan, in the order in which they are looked at: what decides most often
 * and is known soonest comes first.
 */
public final class Rules {
  public static final Rule ELIGIBLE_GROUP =
      Rule.of("ELIGIBLE_GROUP", BorrowerRules::eligibleGroup, "eligibleGroups");
  public static final Rule PARTNERS = Rule.of("PARTNERS", BorrowerRules::partners);
  public static final Rule TIMES_BORROWED =
      Rule.of("TIMES_BORROWED", BorrowerRules::timesBorrowed, "mostLoans");
  public static final Rule OTHER_LOANS =
      Rule.of("OTHER_LOANS", OtherLoanRules::ofBorrower, "otherLoanKinds", "consumerLoanMostFen");
  public static final Rule SPOUSE_LOANS =
      Rule.of("SPOUSE_LOANS", OtherLoanRules::ofSpouse, "otherLoanKinds", "consumerLoanMostFen");
  public static final Rule ENTERPRISE_KIND =
      Rule.of("ENTERPRISE_KIND", EnterpriseRules::kind, "enterpriseKinds");
  public static final Rule HIRE_RATIO =
      Rule.of(
          "HIRE_RATIO",
          HireRules::ratio,
          "hireRatio",
          "largeStaffAbove",
          "largeHireRatio",
          "hireWindow",
          "eligibleGroups");
  public static final Rule CONTRACTS =
      Rule.of("CONTRACTS", HireRules::contracts, "leastContractMonths");
  public static final Rule ARREARS =
      Rule.of("ARREARS", EnterpriseRules::arrears, "arrearsForbidden");
  public static final Rule BUSINESS_AGE =
      Rule.of("BUSINESS_AGE", EnterpriseRules::businessAge, "leastBusinessMonths");
  public static final Rule HOUSEHOLD =
      Rule.of("HOUSEHOLD", MicroRules::household, "householdKinds");
  public static final Rule AGE = Rule.of("AGE", MicroRules::age, "leastAge", "mostAge");
  public static final Rule PURPOSE = Rule.of("PURPOSE", MicroRules::purpose, "purposes");
  public static final Rule AMOUNT = Rule.of("AMOUNT", LoanRules::amount, "capFen");
  public static final Rule PARTNERSHIP_AMOUNT =
      Rule.of("AMOUNT", LoanRules::amount, "memberCapFen", "capRaise", "capFen");
  public static final Rule TERM = Rule.of("TERM", LoanRules::term, "mostTermMonths");

  private static final List<Rule> PERSONAL =
      List.of(
          ELIGIBLE_GROUP, TIMES_BORROWED, OTHER_LOANS, SPOUSE_LOANS, BUSINESS_AGE, AMOUNT, TERM);
  private static final List<Rule> PARTNERSHIP =
      List.of(
          PARTNERS,
          ELIGIBLE_GROUP,
          TIMES_BORROWED,
          OTHER_LOANS,
          SPOUSE_LOANS,
          BUSINESS_AGE,
          PARTNERSHIP_AMOUNT,
          TERM);
  private static final List<Rule> SMALL_ENTERPRISE =
      List.of(
          ENTERPRISE_KIND,
          HIRE_RATIO,
          CONTRACTS,
          ARREARS,
          TIMES_BORROWED,
          BUSINESS_AGE,
          AMOUNT,
          TERM);
  private static final List<Rule> POVERTY_MICRO = List.of(HOUSEHOLD, AGE, PURPOSE, AMOUNT, TERM);

  private Rules() {}

  /** The conditions of a product. */
  public static List<Rule> of(Product product) {
    return switch (product) {
      case PERSONAL -> PERSONAL;
      case PARTNERSHIP -> PARTNERSHIP;
      case SMALL_ENTERPRISE -> SMALL_ENTERPRISE;
      case POVERTY_MICRO -> POVERTY_MICRO;
    };
  }
}
