package org.jiuye.loan.terms.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuye.seeds.Seeds;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.policy.PolicyVersion;
import org.jiuye.shared.table.Items;
import org.jiuye.testing.TestCloud;
import tools.jackson.databind.node.ObjectNode;

/** The policies of Julu's seeds, and variants for tests. */
public final class Julu {
  private static final List<PolicyVersion> VERSIONS = read();

  /** The policies of the seeds. */
  public static final Policies POLICIES = new Policies(VERSIONS);

  private Julu() {}

  /** The terms of a version. */
  public static Terms terms(String policyId) {
    return POLICIES.version(policyId).orElseThrow();
  }

  /** The policies of the seeds with other values for some parameters of one version. */
  public static Policies with(String policyId, Map<String, Object> values) {
    List<PolicyVersion> changed = new ArrayList<>();
    for (PolicyVersion version : VERSIONS) {
      changed.add(version.policyId().equals(policyId) ? with(version, values) : version);
    }
    return new Policies(changed);
  }

  private static PolicyVersion with(PolicyVersion version, Map<String, Object> values) {
    ObjectNode node = Json.MAPPER.valueToTree(version);
    values.forEach(
        (name, value) ->
            ((ObjectNode) node.path("parameters"))
                .set(
                    name,
                    Json.MAPPER.valueToTree(Map.of("value", value, "document", "mof-2023-75"))));
    return Json.MAPPER.treeToValue(node, PolicyVersion.class);
  }

  private static List<PolicyVersion> read() {
    Items items = new Items(Json.MAPPER);
    return Seeds.read(TestCloud.root().resolve("seeds/julu")).items().stream()
        .filter(item -> Items.text(item, "pk").equals("LOAN#POLICIES"))
        .map(item -> items.decode(item, PolicyVersion.class))
        .toList();
  }
}
