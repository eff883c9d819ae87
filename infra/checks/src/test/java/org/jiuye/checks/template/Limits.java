package org.jiuye.checks.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.template.TemplateSizes;

/** The walls of the cloud, which a deployment would meet late. */
final class Limits {
  /** Resources of one stack, after the transform. */
  static final int RESOURCES = 500;

  /** Integrations of one HTTP API. */
  static final int INTEGRATIONS = 300;

  /** Bytes of all statements that say who else may invoke a function. */
  static final int RESOURCE_POLICY = 20_480;

  /** Bytes of a role's inline policies together. */
  static final int INLINE_POLICIES = 10_240;

  /** Bytes of a template that is not handed over by way of a bucket. */
  static final int TEMPLATE = 51_200;

  /** Bytes of a function's variables, less a quarter for the longer names that the cloud makes. */
  static final int VARIABLES = 3_072;

  private Limits() {}

  static List<String> stacksHoldTheirResources(Subject subject) {
    return over(sizes(subject).resources(), RESOURCES, "resources");
  }

  static List<String> apisHoldTheirIntegrations(Subject subject) {
    return over(sizes(subject).integrations(), INTEGRATIONS, "integrations");
  }

  static List<String> resourcePoliciesFit(Subject subject) {
    return over(sizes(subject).resourcePolicies(), RESOURCE_POLICY, "bytes of resource policy");
  }

  static List<String> inlinePoliciesFit(Subject subject) {
    return over(sizes(subject).inlinePolicies(), INLINE_POLICIES, "bytes of inline policies");
  }

  static List<String> templatesFit(Subject subject) {
    Map<String, Integer> bytes = new LinkedHashMap<>();
    subject
        .files()
        .forEach(
            (file, text) ->
                bytes.put(file.toString(), text.getBytes(StandardCharsets.UTF_8).length));
    return over(bytes, TEMPLATE, "bytes");
  }

  static List<String> variablesFit(Subject subject) {
    return over(sizes(subject).variables(), VARIABLES, "bytes of variables");
  }

  private static TemplateSizes sizes(Subject subject) {
    return new TemplateSizes(subject.template());
  }

  private static List<String> over(Map<String, Integer> amounts, int most, String what) {
    List<String> broken = new ArrayList<>();
    amounts.forEach(
        (name, amount) -> {
          if (amount > most) {
            broken.add("%s has %d %s, more than %d".formatted(name, amount, what, most));
          }
        });
    return broken;
  }
}
