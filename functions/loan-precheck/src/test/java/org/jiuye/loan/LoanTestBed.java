package org.jiuye.loan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.table.Key;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.MovableClock;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The loan pre-check on the template's table with the seeds of Julu, at noon of 1 July 2026. */
public final class LoanTestBed implements AutoCloseable {
  public static final String NOON = "2026-07-01T12:00:00+08:00";

  public final MovableClock clock = MovableClock.at(NOON);
  public final EmulatedCloud cloud = TestCloud.start();
  public final FunctionHarness http = start();

  /** The function once more, which keeps nothing yet. */
  public FunctionHarness start() {
    return FunctionHarness.start(cloud, "LoanPrecheckHttpFunction", LoanFunctions.class, clock);
  }

  public TestCaller citizen(String name) {
    return TestCaller.citizen(cloud, name, "person-" + name);
  }

  public TestCaller caseworker() {
    return TestCaller.of("desk", "caseworker", "130529100").linkedTo(cloud, "person-desk");
  }

  public HttpAnswer call(HttpCall call) {
    return http.call(call.header("accept-language", "en"));
  }

  public HttpAnswer check(Map<String, ?> body) {
    return call(HttpCall.of("POST /loan-prechecks").json(body));
  }

  public HttpAnswer open(TestCaller caller, Map<String, ?> body) {
    return call(HttpCall.of("POST /loan-cases").by(caller).json(body));
  }

  public HttpAnswer get(TestCaller caller, String loanCaseId) {
    return call(HttpCall.of("GET /loan-cases/{loanCaseId}", loanCaseId).by(caller));
  }

  public HttpAnswer refer(TestCaller caller, String loanCaseId, Map<String, ?> body) {
    return call(
        HttpCall.of("POST /loan-cases/{loanCaseId}/referral", loanCaseId).by(caller).json(body));
  }

  /** A released prisoner with a spouse in debt, who may have a loan. */
  public static Map<String, Object> person() {
    Map<String, Object> applicant = new LinkedHashMap<>();
    applicant.put("groups", List.of("RELEASED_PRISONER"));
    applicant.put("loansBefore", 0);
    applicant.put("otherLoans", List.of());
    applicant.put("married", true);
    applicant.put("spouseLoans", List.of(Map.of("kind", "CONSUMER", "amountFen", 5_000_000)));
    return new LinkedHashMap<>(
        Map.of("product", "PERSONAL", "applicant", applicant, "amountFen", 20_000_000));
  }

  public static Map<String, Object> enterprise(int staff, int hired) {
    Map<String, Object> enterprise = new HashMap<>();
    enterprise.put("kind", "SMALL_OR_MICRO");
    enterprise.put("staff", staff);
    enterprise.put(
        "hires",
        List.of(
            Map.of(
                "count",
                hired,
                "hiredOn",
                "2026-03-02",
                "groups",
                List.of("GRADUATE"),
                "contractMonths",
                12)));
    enterprise.put("wageArrears", false);
    enterprise.put("insuranceArrears", false);
    return new LinkedHashMap<>(
        Map.of(
            "product",
            "SMALL_ENTERPRISE",
            "applicant",
            Map.of("loansBefore", 0),
            "enterprise",
            enterprise));
  }

  /** All items of a partition, read behind the function's back. */
  public List<Map<String, AttributeValue>> partition(String partition) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(table())
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  public String table() {
    return cloud.template().tables().getFirst().name();
  }

  public void put(Map<String, AttributeValue> item) {
    cloud.dynamoDb().putItem(put -> put.tableName(table()).item(item));
  }

  public void remove(Map<String, AttributeValue> item) {
    cloud.dynamoDb().deleteItem(delete -> delete.tableName(table()).key(Key.of(item).attributes()));
  }

  @Override
  public void close() {
    http.close();
    cloud.close();
  }
}
