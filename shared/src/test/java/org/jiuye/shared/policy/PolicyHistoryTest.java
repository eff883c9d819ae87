package org.jiuye.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuye.shared.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which version holds on which day. */
class PolicyHistoryTest {
  private final PolicyVersion first = version("first", "2020-01-01", "2020-04-14");
  private final PolicyVersion second = version("second", "2020-04-15", "");
  private final PolicyVersion undated =
      read(
          """
          {"policyId": "undated", "subject": "THING", "version": 9, "source": "somewhere",
           "undated": {"zh-CN": "不详", "en": "unknown"}, "parameters": {}}
          """);

  @Test
  void theDayBeforeAndTheDayOfAChangeDiffer() {
    PolicyHistory history = new PolicyHistory(List.of(undated, second, first));

    assertThat(on(history, "2019-12-31")).isEmpty();
    assertThat(on(history, "2020-01-01")).contains(first);
    assertThat(on(history, "2020-04-14")).contains(first);
    assertThat(on(history, "2020-04-15")).contains(second);
    assertThat(on(history, "2999-01-01")).contains(second);
    assertThat(history.versions()).containsExactly(first, second, undated);
  }

  @Test
  void afterTheLastHasEndedNothingHolds() {
    assertThat(on(new PolicyHistory(List.of(first)), "2020-04-15")).isEmpty();
  }

  @Test
  void gapsAndOverlapsAreRefused() {
    assertRefused(first, version("gap", "2020-04-16", ""));
    assertRefused(first, version("overlap", "2020-04-14", ""));
    assertRefused(version("open", "2020-01-01", ""), second);
  }

  @Test
  void aParameterHasAValueOrTheReasonWhyNot() {
    Setting<Integer> most = first.setting("most", JsonNode::intValue);
    assertThat(most.get()).isEqualTo(3);
    assertThat(most.documentId()).contains("paper");
    Setting<Integer> term = first.setting("term", JsonNode::intValue);
    assertThat(term.isUnset()).isTrue();
    assertThat(term.value()).isEmpty();
    assertThat(term.unset().orElseThrow()).containsEntry("en", "not found");
    Setting<Integer> none = first.setting("none", JsonNode::intValue);
    assertThat(none.isUnset()).isFalse();
    assertThat(none.value()).isEmpty();
    assertThatThrownBy(() -> first.setting("most", node -> Ratio.of(node.asString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("first: most");
  }

  private static void assertRefused(PolicyVersion before, PolicyVersion after) {
    assertThatThrownBy(() -> new PolicyHistory(List.of(before, after)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Optional<PolicyVersion> on(PolicyHistory history, String day) {
    return history.on(LocalDate.parse(day));
  }

  private static PolicyVersion version(String policyId, String from, String to) {
    return read(
        """
        {"policyId": "%s", "subject": "THING", "version": 1, "source": "somewhere",
         "effectiveFrom": "%s"%s,
         "parameters": {
           "most": {"value": 3, "document": "paper", "place": "3"},
           "term": {"unset": {"zh-CN": "未查明", "en": "not found"}}}}
        """
            .formatted(policyId, from, to.isEmpty() ? "" : ", \"effectiveTo\": \"" + to + "\""));
  }

  private static PolicyVersion read(String json) {
    return Json.MAPPER.readValue(json, PolicyVersion.class);
  }
}
