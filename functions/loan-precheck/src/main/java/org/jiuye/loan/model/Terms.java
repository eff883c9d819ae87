package org.jiuye.loan.model;

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
 * One version of a product's policy, its parameters read. A product has some of them, each with a
 * value or unset; the others are {@link Setting#none}.
 */
public final class Terms {
  private final PolicyVersion policy;
  private final Product product;
  private final List<Setting<?>> all = new ArrayList<>();
  final Setting<Set<Group>> eligibleGroups;
  final Setting<Set<LoanKind>> otherLoanKinds;
  final Setting<Long> consumerLoanMostFen;
  final Setting<Integer> mostLoans;
  final Setting<Integer> leastBusinessMonths;
  final Setting<Set<EnterpriseKind>> enterpriseKinds;
  final Setting<Ratio> hireRatio;
  final Setting<Integer> largeStaffAbove;
  final Setting<Ratio> largeHireRatio;
  final Setting<HireWindow> hireWindow;
  final Setting<Integer> leastContractMonths;
  final Setting<Set<Arrears>> arrearsForbidden;
  final Setting<Set<HouseholdKind>> householdKinds;
  final Setting<Integer> leastAge;
  final Setting<Integer> mostAge;
  final Setting<Set<Purpose>> purposes;
  final Setting<Boolean> collateralWaiver;
  final Setting<Set<WaiverGround>> counterGuaranteeWaiver;
  final Setting<Map<String, String>> interestSubsidy;
  final Setting<Long> memberCapFen;
  final Setting<Ratio> capRaise;
  final Setting<Long> capFen;
  final Setting<Integer> mostTermMonths;

  /**
   * Reads a version.
   *
   * @throws IllegalStateException where a parameter is not what it must be
   */
  public Terms(PolicyVersion policy) {
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

  /** All parameters that the version has, in the order of the rules. */
  public List<Setting<?>> settings() {
    return all;
  }

  /** A parameter that the version has, by its name. */
  public Setting<?> setting(String parameter) {
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
