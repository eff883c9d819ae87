package org.jiuye.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class AccountsTest {
  private final SentRequests sent = new SentRequests();
  private final Accounts accounts = new Accounts(TestCloud.table(sent));
  private final String account = UUID.randomUUID().toString();

  @Test
  void aLinkIsReadOnceForItNeverChanges() {
    link(Map.of("personId", AttributeValue.fromS("person-1")));

    assertThat(accounts.personOf(account)).contains("person-1");
    assertThat(accounts.personOf(account)).contains("person-1");

    assertThat(sent.of(GetItemRequest.class))
        .containsExactly(
            GetItemRequest.builder()
                .tableName(TestCloud.tableName())
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS("ACCOUNT#" + account),
                        "sk", AttributeValue.fromS("ACCOUNT")))
                .consistentRead(true)
                .build());
  }

  @Test
  void whoRegistersIsKnownAtTheNextCall() {
    assertThat(accounts.personOf(account)).isEmpty();
    link(Map.of("personId", AttributeValue.fromS("person-2")));

    assertThat(accounts.personOf(account)).contains("person-2");
  }

  @Test
  void accountsAreNotTakenForOneAnother() {
    link(Map.of("personId", AttributeValue.fromS("person-3")));

    assertThat(accounts.personOf(account)).contains("person-3");
    assertThat(accounts.personOf(account.substring(1))).isEmpty();
    assertThat(accounts.personOf(account + " ")).isEmpty();
  }

  @Test
  void aLinkToNobodyIsADefect() {
    link(Map.of());

    assertThatIllegalStateException().isThrownBy(() -> accounts.personOf(account));
  }

  private void link(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> item = new HashMap<>(Accounts.key(account).attributes());
    item.putAll(attributes);
    TestCloud.store(item);
  }
}
