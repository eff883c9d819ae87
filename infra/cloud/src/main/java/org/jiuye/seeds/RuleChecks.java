package org.jiuye.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuye.seeds.SeedFile.Located;
import tools.jackson.databind.JsonNode;

/** What the rules beside a schema forbid: the same thing twice, references to nothing. */
final class RuleChecks {

  private RuleChecks() {}

  static List<SeedError> check(SeedSchema schema, SeedFiles files) {
    List<SeedError> errors = new ArrayList<>();
    SeedRules rules = schema.rules();
    rules.unique().forEach(rule -> unique(rule, files.select(schema.kind(), rule.each()), errors));
    rules
        .references()
        .forEach(rule -> references(rule, files.select(schema.kind(), rule.each()), files, errors));
    // Checks take for granted what the schema asks for.
    if (!files.broken().contains(schema.kind())) {
      rules
          .checks()
          .forEach(
              rule ->
                  errors.addAll(
                      NamedCheck.named(rule.check())
                          .check(files.select(schema.kind(), rule.each()), files)));
    }
    return errors;
  }

  private static void unique(
      SeedRules.UniqueRule rule, List<Located> entries, List<SeedError> errors) {
    Map<List<JsonNode>, Located> seen = new HashMap<>();
    for (Located entry : entries) {
      List<JsonNode> values = rule.by().stream().map(entry.node()::path).toList();
      if (values.stream().anyMatch(JsonNode::isMissingNode)) {
        continue;
      }
      Located first = seen.putIfAbsent(values, entry);
      if (first != null) {
        SeedError at = first.error("");
        errors.add(
            entry.error(
                "has the same %s as %s:%d"
                    .formatted(String.join(" and ", rule.by()), at.file(), at.line())));
      }
    }
  }

  private static void references(
      SeedRules.ReferenceRule rule, List<Located> values, SeedFiles files, List<SeedError> errors) {
    if (files.broken().contains(rule.kind())) {
      return;
    }
    Set<JsonNode> known = new HashSet<>();
    files.select(rule.kind(), rule.among()).forEach(located -> known.add(located.node()));
    for (Located value : values) {
      if (!known.contains(value.node())) {
        errors.add(value.error(value.node() + " is not among the " + rule.kind()));
      }
    }
  }
}
