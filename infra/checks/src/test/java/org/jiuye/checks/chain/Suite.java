package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.RunningServices;
import org.jiuye.local.LocalCloud;
import org.jiuye.local.LocalCloudOptions;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.identity.Accounts;
import org.jiuye.shared.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The suite as it is deployed, in memory, shared by the tests of this package: each takes nights,
 * sites and people of its own. The county's clock begins on a summer's day. Its table and queues
 * are elsewhere where {@link RunningServices#asked} says so.
 */
final class Suite implements AutoCloseable {
  /** The county's day, a Wednesday. */
  static final String TODAY = "2026-07-01";

  static final String COUNTY = "130529";
  static final String TOWN = "130529100";
  private static final String MORNING = TODAY + "T04:00:00+08:00";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Issuer issuer;
  private final LocalCloud cloud;
  private final Stored stored;
  private final AtomicInteger people = new AtomicInteger();

  private Suite(Issuer issuer, LocalCloud cloud) {
    this.issuer = issuer;
    this.cloud = cloud;
    this.stored = new Stored(cloud);
  }

  /** Starts it; as many may call at once as like, for crowds are what is tested. */
  static Suite start() throws IOException, InterruptedException {
    Issuer issuer = Issuer.start();
    LocalCloudOptions options =
        LocalCloudOptions.inMemory(Repository.root().resolve("template.yaml"))
            .withParameter("JwtIssuer", issuer.url())
            .withParameter("JwtAudience", Issuer.AUDIENCE)
            .withParameter("ThrottlingRateLimit", "100000")
            .withParameter("ThrottlingBurstLimit", "100000")
            .withParameter("HttpReservedConcurrency", "500");
    LocalCloud cloud =
        LocalCloud.start(RunningServices.asked().map(options::withServices).orElse(options));
    cloud.clock().set(OffsetDateTime.parse(MORNING).toInstant());
    return new Suite(issuer, cloud);
  }

  LocalCloud cloud() {
    return cloud;
  }

  Stored stored() {
    return stored;
  }

  Issuer issuer() {
    return issuer;
  }

  Call call(String method, String path) {
    return new Call(cloud.address(), method, path);
  }

  /** A citizen nobody has seen before. */
  Account citizen() {
    String sub = "citizen-" + people.incrementAndGet();
    return account(sub, "person-" + sub, "citizen", "");
  }

  /** An account of somebody, linked to a person as the registry does. */
  Account account(String sub, String personId, String role, String divisions) {
    Map<String, AttributeValue> link = new HashMap<>(Accounts.key(sub).attributes());
    link.put("personId", AttributeValue.fromS(personId));
    cloud
        .emulatedCloud()
        .dynamoDb()
        .putItem(put -> put.tableName(cloud.template().outputs().get("TableName")).item(link));
    JWTClaimsSet.Builder claims = issuer.claims(sub, role);
    if (!divisions.isEmpty()) {
      claims.claim("divisions", divisions);
    }
    return new Account(sub, personId, issuer.sign(claims));
  }

  /** The caseworker who hears of a town's stalls, as the seeds name them. */
  Account caseworkerOf(String division) {
    String sub = "caseworker-" + division;
    return account(sub, "person-" + sub, "caseworker", division);
  }

  Call book(Account account, String siteId, String date, Map<String, ?> more) {
    Map<String, Object> body =
        new HashMap<>(Map.of("siteId", siteId, "date", date, "trade", "TOYS"));
    body.putAll(more);
    return call("POST", "/stall-bookings").by(account).json(body);
  }

  /** Waits until every event that was told has reached an inbox; none more than once. */
  void awaitQuiet() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<String> told =
                  stored.events().all().stream().map(json -> Event.read(json).id()).toList();
              List<String> heard =
                  stored.notifications().stream()
                      .map(item -> Stored.text(item, "eventId"))
                      .toList();
              assertThat(heard).containsExactlyInAnyOrderElementsOf(told);
              assertThat(stored.depth("CaseworkerNotificationEventQueue")).isZero();
            });
    assertThat(stored.depth("CaseworkerNotificationEventDeadLetterQueue")).isZero();
    assertThat(stored.depth("EventRelayParkingQueue")).isZero();
  }

  static String json(Object value) {
    return Json.MAPPER.writeValueAsString(value);
  }

  @Override
  public void close() throws IOException {
    try (issuer) {
      cloud.close();
    }
  }
}
