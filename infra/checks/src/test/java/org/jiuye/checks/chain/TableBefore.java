package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The whole table as it was before something that must not write. */
final class TableBefore {
  private final Suite suite;
  private final Map<String, Map<String, AttributeValue>> items;

  /** Waits until nobody writes any more, then reads the table. */
  TableBefore(Suite suite) {
    this.suite = suite;
    suite.awaitQuiet();
    this.items = suite.stored().items();
  }

  /** Makes sure that nothing was written, and that no event is on its way. */
  void assertUntouched() {
    assertThat(suite.stored().items()).isEqualTo(items);
    suite.awaitQuiet();
  }
}
