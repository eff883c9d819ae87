package org.jiuye.seeds;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of its kind of seed beyond JSON Schema: the {@code x-} keywords at its root.
 * Patterns are JSON pointers in which {@code *} stands for any step.
 *
 * @param required whether a county must have a file of this kind
 * @param table where the entries go in the table; none for a kind that others only refer to
 * @param unique what no two entries may share, over all files of the kind
 * @param references values that must be found among another kind's
 * @param checks what only code can check
 */
record SeedRules(
    @JsonProperty("x-required") boolean required,
    @JsonProperty("x-table") @Nullable TableRule table,
    @JsonProperty("x-unique") List<UniqueRule> unique,
    @JsonProperty("x-references") List<ReferenceRule> references,
    @JsonProperty("x-checks") List<CheckRule> checks) {

  @SuppressWarnings("NullAway") // A list that the schema leaves out arrives as null.
  SeedRules {
    unique = unique == null ? List.of() : List.copyOf(unique);
    references = references == null ? List.of() : List.copyOf(references);
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /**
   * One item an entry.
   *
   * @param each the entries
   * @param pk the partition, the same for all: what vanished from the seeds is looked for there
   * @param sk the sort key, with {@code {property}} for a property of the entry
   * @param merge attributes filled with other kinds' entries, by attribute
   */
  record TableRule(
      @JsonProperty(required = true) String each,
      @JsonProperty(required = true) String pk,
      @JsonProperty(required = true) String sk,
      Map<String, MergeRule> merge) {

    @SuppressWarnings("NullAway") // As above.
    TableRule {
      merge = merge == null ? Map.of() : Map.copyOf(merge);
      if (pk.contains("{")) {
        throw new IllegalArgumentException("pk must be the same for every entry: " + pk);
      }
    }
  }

  /**
   * Entries of another kind that an item carries with it, so that one read gives all.
   *
   * @param by the property that must be equal in both
   * @param kind the other kind
   * @param among the entries looked at
   * @param orderBy the property that orders them, ascending
   */
  record MergeRule(
      @JsonProperty(required = true) String by,
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) String among,
      @JsonProperty(required = true) String orderBy) {}

  /** Properties whose values, together, no two of the entries share. */
  record UniqueRule(
      @JsonProperty(required = true) String each, @JsonProperty(required = true) List<String> by) {}

  /** Values that must be among another kind's. */
  record ReferenceRule(
      @JsonProperty(required = true) String each,
      @JsonProperty(required = true) String kind,
      @JsonProperty(required = true) String among) {}

  /** The name of the {@link NamedCheck} that looks at the values. */
  record CheckRule(
      @JsonProperty(required = true) String each, @JsonProperty(required = true) String check) {}
}
