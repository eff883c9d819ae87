package org.jiuye.testing;

import java.util.HashMap;
import java.util.Map;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.identity.Accounts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Somebody who has signed in, with the claims that API Gateway hands on. */
public record TestCaller(Map<String, String> claims) {
  /**
   * An account without a person behind it.
   *
   * @param divisions separated by spaces, may be empty
   */
  public static TestCaller of(String account, String role, String divisions) {
    Map<String, String> claims = new HashMap<>();
    claims.put("sub", account);
    claims.put("role", role);
    if (!divisions.isEmpty()) {
      claims.put("divisions", divisions);
    }
    return new TestCaller(Map.copyOf(claims));
  }

  /** A citizen whose account the registry has linked to a person. */
  public static TestCaller citizen(EmulatedCloud cloud, String account, String personId) {
    return of(account, "citizen", "").linkedTo(cloud, personId);
  }

  /** The same with the account linked to a person. */
  public TestCaller linkedTo(EmulatedCloud cloud, String personId) {
    Map<String, AttributeValue> item =
        new HashMap<>(Accounts.key(claims.getOrDefault("sub", "")).attributes());
    item.put("personId", AttributeValue.fromS(personId));
    cloud
        .dynamoDb()
        .putItem(put -> put.tableName(cloud.template().tables().getFirst().name()).item(item));
    return this;
  }
}
