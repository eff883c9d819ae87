package org.jiuye.loan.rules.model;

import java.util.List;
import org.jiuye.loan.logic.Rule;
import org.jiuye.loan.terms.model.Product;
import org.jiuye.loan.terms.model.Terms;

/**
 * The conditions of each loan. Those that decide most often, and of which people know the facts
 * soonest, come first.
 */
public final class Rules {
  static final Rule<Facts, Terms> ELIGIBLE_GROUP =
      Rule.of("ELIGIBLE_GROUP", BorrowerRules::eligibleGroup, "eligibleGroups");
  static final Rule<Facts, Terms> PARTNERS = Rule.of("PARTNERS", BorrowerRules::partners);
  static final Rule<Facts, Terms> TIMES_BORROWED =
      Rule.of("TIMES_BORROWED", BorrowerRules::timesBorrowed, "mostLoans");
  static final Rule<Facts, Terms> OTHER_LOANS =
      Rule.of("OTHER_LOANS", OtherLoanRules::ofBorrower, "otherLoanKinds", "consumerLoanMostFen");
  static final Rule<Facts, Terms> SPOUSE_LOANS =
      Rule.of("SPOUSE_LOANS", OtherLoanRules::ofSpouse, "otherLoanKinds", "consumerLoanMostFen");
  static final Rule<Facts, Terms> ENTERPRISE_KIND =
      Rule.of("ENTERPRISE_KIND", EnterpriseRules::kind, "enterpriseKinds");
  static final Rule<Facts, Terms> HIRE_RATIO =
      Rule.of(
          "HIRE_RATIO",
          HireRules::ratio,
          "hireRatio",
          "largeStaffAbove",
          "largeHireRatio",
          "hireWindow",
          "eligibleGroups");
  static final Rule<Facts, Terms> CONTRACTS =
      Rule.of("CONTRACTS", ContractRules::contracts, "leastContractMonths");
  static final Rule<Facts, Terms> ARREARS =
      Rule.of("ARREARS", EnterpriseRules::arrears, "arrearsForbidden");
  static final Rule<Facts, Terms> BUSINESS_AGE =
      Rule.of("BUSINESS_AGE", EnterpriseRules::businessAge, "leastBusinessMonths");
  static final Rule<Facts, Terms> HOUSEHOLD =
      Rule.of("HOUSEHOLD", HouseholdRules::household, "householdKinds");
  static final Rule<Facts, Terms> AGE = Rule.of("AGE", HouseholdRules::age, "leastAge", "mostAge");
  static final Rule<Facts, Terms> PURPOSE = Rule.of("PURPOSE", HouseholdRules::purpose, "purposes");
  static final Rule<Facts, Terms> AMOUNT = Rule.of("AMOUNT", AmountRules::amount, "capFen");
  static final Rule<Facts, Terms> PARTNERSHIP_AMOUNT =
      Rule.of("AMOUNT", AmountRules::amount, "memberCapFen", "capRaise", "capFen");
  static final Rule<Facts, Terms> TERM = Rule.of("TERM", AmountRules::term, "mostTermMonths");

  private static final List<Rule<Facts, Terms>> PERSONAL =
      List.of(
          ELIGIBLE_GROUP, TIMES_BORROWED, OTHER_LOANS, SPOUSE_LOANS, BUSINESS_AGE, AMOUNT, TERM);
  private static final List<Rule<Facts, Terms>> PARTNERSHIP =
      List.of(
          PARTNERS,
          ELIGIBLE_GROUP,
          TIMES_BORROWED,
          OTHER_LOANS,
          SPOUSE_LOANS,
          BUSINESS_AGE,
          PARTNERSHIP_AMOUNT,
          TERM);
  private static final List<Rule<Facts, Terms>> SMALL_ENTERPRISE =
      List.of(
          ENTERPRISE_KIND,
          HIRE_RATIO,
          CONTRACTS,
          ARREARS,
          TIMES_BORROWED,
          BUSINESS_AGE,
          AMOUNT,
          TERM);
  private static final List<Rule<Facts, Terms>> POVERTY_MICRO =
      List.of(HOUSEHOLD, AGE, PURPOSE, AMOUNT, TERM);

  private Rules() {}

  /** The conditions of a product. */
  public static List<Rule<Facts, Terms>> of(Product product) {
    return switch (product) {
      case PERSONAL -> PERSONAL;
      case PARTNERSHIP -> PARTNERSHIP;
      case SMALL_ENTERPRISE -> SMALL_ENTERPRISE;
      case POVERTY_MICRO -> POVERTY_MICRO;
    };
  }
}
