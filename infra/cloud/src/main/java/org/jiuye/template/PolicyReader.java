package org.jiuye.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the statements of a function's role. */
final class PolicyReader {

  /** Policies that allow nothing but what the cloud itself does for a function. */
  private static final Set<String> CLOUD_ONLY =
      Set.of("AWSLambdaBasicExecutionRole", "AWSXRayDaemonWriteAccess");

  private static final Set<String> STATEMENT =
      Set.of("Sid", "Effect", "Action", "Resource", "Condition");
  private static final Pattern OPERATOR =
      Pattern.compile(
          "((ForAllValues|ForAnyValue):)?"
              + "(StringEquals|StringNotEquals|StringEqualsIgnoreCase|StringNotEqualsIgnoreCase"
              + "|StringLike|StringNotLike|ArnEquals|ArnLike|ArnNotEquals|ArnNotLike|Bool)"
              + "(IfExists)?|Null");

  /** The condition keys that requests are known to have. */
  private static final Set<String> CONDITION_KEYS =
      Set.of("dynamodb:LeadingKeys", "dynamodb:EnclosingOperation");

  private PolicyReader() {}

  static List<PolicyStatement> read(Properties function) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (TemplateNode policy : function.nodes("Policies")) {
      switch (policy) {
        case TemplateNode.Scalar name when CLOUD_ONLY.contains(name.text()) -> {}
        case TemplateNode.Mapping mapping when mapping.get("Statement").isPresent() ->
            new Properties("Policies", mapping, Set.of("Statement", "Version", "Id"))
                .mappings("Statement")
                .forEach(statement -> statements.add(statement(statement)));
        default ->
            throw policy
                .position()
                .refuse("Only policies with a Statement are supported, and " + CLOUD_ONLY);
      }
    }
    return statements;
  }

  private static PolicyStatement statement(TemplateNode.Mapping mapping) {
    Properties statement = new Properties("Statement", mapping, STATEMENT);
    String effect = statement.requiredText("Effect");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw statement.refuse("Effect", "must be Allow or Deny");
    }
    statement.require("Action");
    statement.require("Resource");
    return new PolicyStatement(
        statement.text("Sid").orElse(""),
        effect,
        statement.texts("Action"),
        withoutVariables(statement, "Resource"),
        conditions(statement));
  }

  private static List<String> withoutVariables(Properties owner, String key) {
    List<String> texts = owner.texts(key);
    if (texts.stream().anyMatch(text -> text.contains("${"))) {
      throw owner.refuse(key, "has a policy variable, which is not supported");
    }
    return texts;
  }

  private static Map<String, Map<String, List<String>>> conditions(Properties statement) {
    Map<String, Map<String, List<String>>> conditions = new LinkedHashMap<>();
    statement
        .entries("Condition")
        .forEach(
            (operator, node) -> {
              if (!OPERATOR.matcher(operator).matches()) {
                throw node.position()
                    .refuse("The condition operator " + operator + " is not supported");
              }
              if (!(node instanceof TemplateNode.Mapping keys)) {
                throw node.position().refuse(operator + " must be a mapping");
              }
              Properties values = new Properties("Condition " + operator, keys, CONDITION_KEYS);
              Map<String, List<String>> byKey = new LinkedHashMap<>();
              keys.entries().keySet().forEach(key -> byKey.put(key, withoutVariables(values, key)));
              conditions.put(operator, byKey);
            });
    return conditions;
  }
}
