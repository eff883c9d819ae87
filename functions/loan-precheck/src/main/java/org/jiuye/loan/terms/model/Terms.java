package org.jiuye.loan.terms.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.shared.policy.PolicyVersion;
import org.jiuye.shared.policy.Ratio;
import org.jiuye.shared.policy.Setting;
import tools.jackson.databind.JsonNode;

/**
 * One version of a product's policy, with its parameters read. A product has some of the
 * parameters, each with a value or unset; the others are {@link Setting#none}.
 */
public final class Terms {
  private final PolicyVersion policy;
  private final Product product;
  private final List<Setting<?>> all = new ArrayList<>();
  public final Setting<Set<Group>> eligibleGroups;
  public final Setting<Set<LoanKind>> otherLoanKinds;
  public final Setting<Long> consumerLoanMostFen;
  public final Setting<Integer> mostLoans;
  public final Setting<Integer> leastBusinessMonths;
  public final Setting<Set<EnterpriseKind>> enterpriseKinds;
  public final Setting<Ratio> hireRatio;
  public final Setting<Integer> largeStaffAbove;
  public final Setting<Ratio> largeHireRatio;
  public final Setting<HireWindow> hireWindow;
  public final Setting<Integer> leastContractMonths;
  public final Setting<Set<Arrears>> arrearsForbidden;
  public final Setting<Set<HouseholdKind>> householdKinds;
  public final Setting<Integer> leastAge;
  public final Setting<Integer> mostAge;
  public final Setting<Set<Purpose>> purposes;
  public final Setting<Boolean> collateralWaiver;
  public final Setting<Set<WaiverGround>> counterGuaranteeWaiver;
  public final Setting<Map<String, String>> interestSubsidy;
  public final Setting<Long> memberCapFen;
  public final Setting<Ratio> capRaise;
  public final Setting<Long> capFen;
  public final Setting<Integer> mostTermMonths;

  /**
   * Reads a version.
   *
   * @throws IllegalStateException where a parameter has a value of the wrong kind
   */
  Terms(PolicyVersion policy) {
    this.policy = policy;
    this.product = Product.valueOf(policy.subject());
    eligibleGroups = codes("eligibleGroups", Group.class);
    otherLoanKinds = codes("otherLoanKinds", LoanKind.class);
    consumerLoanMostFen = amount("consumerLoanMostFen");
    mostLoans = count("mostLoans");
    leastBusinessMonths = count("leastBusinessMonths");
    enterpriseKinds = codes("enterpriseKinds", EnterpriseKind.class);
    hireRatio = ratio("hireRatio");
    largeStaffAbove = count("largeStaffAbove");
    largeHireRatio = ratio("largeHireRatio");
    hireWindow = keep(policy.setting("hireWindow", node -> HireWindow.valueOf(node.stringValue())));
    leastContractMonths = count("leastContractMonths");
    arrearsForbidden = codes("arrearsForbidden", Arrears.class);
    householdKinds = codes("householdKinds", HouseholdKind.class);
    leastAge = count("leastAge");
    mostAge = count("mostAge");
    purposes = codes("purposes", Purpose.class);
    collateralWaiver = keep(policy.setting("collateralWaiver", JsonNode::booleanValue));
    counterGuaranteeWaiver = codes("counterGuaranteeWaiver", WaiverGround.class);
    interestSubsidy =
        keep(
            policy.setting(
                "interestSubsidy",
                node ->
                    Map.of(
                        "zh-CN", node.path("zh-CN").stringValue(),
                        "en", node.path("en").stringValue())));
    memberCapFen = amount("memberCapFen");
    capRaise = ratio("capRaise");
    capFen = amount("capFen");
    mostTermMonths = count("mostTermMonths");
  }

  public PolicyVersion policy() {
    return policy;
  }

  public Product product() {
    return product;
  }

  /** All parameters of the version, in the order of the rules. */
  public List<Cited> cited() {
    return all.stream().map(setting -> Cited.of(setting)).toList();
  }

  /** Some parameters of the version, by their names. */
  public List<Cited> cited(List<String> parameters) {
    return parameters.stream().map(name -> Cited.of(setting(name))).toList();
  }

  private Setting<?> setting(String parameter) {
    return all.stream()
        .filter(setting -> setting.parameter().equals(parameter))
        .findAny()
        .orElseThrow(
            () -> new IllegalArgumentException(policy.policyId() + " has no " + parameter));
  }

  private <E extends Enum<E>> Setting<Set<E>> codes(String name, Class<E> choices) {
    return keep(
        policy.setting(
            name,
            node -> {
              Set<E> set = EnumSet.noneOf(choices);
              node.forEach(code -> set.add(Enum.valueOf(choices, code.stringValue())));
              return set;
            }));
  }

  private Setting<Long> amount(String name) {
    return keep(policy.setting(name, node -> node.decimalValue().longValueExact()));
  }

  private Setting<Integer> count(String name) {
    return keep(policy.setting(name, node -> node.decimalValue().intValueExact()));
  }

  private Setting<Ratio> ratio(String name) {
    return keep(policy.setting(name, node -> new Ratio(node.decimalValue())));
  }

  private <T> Setting<T> keep(Setting<T> setting) {
    if (policy.has(setting.parameter())) {
      all.add(setting);
    }
    return setting;
  }
}
