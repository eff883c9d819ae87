package org.jiuye.stall;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.calendar.Season;
import org.jiuye.shared.calendar.ServiceWindow;
import org.jiuye.shared.json.Json;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.stall.site.model.QuietHours;
import org.jiuye.stall.site.model.Site;
import org.jiuye.stall.site.model.SiteBuilder;
import org.jiuye.stall.site.model.SiteKind;
import org.jiuye.stall.site.model.SitePolicy;
import org.jiuye.stall.site.model.SitePolicyBuilder;
import org.jiuye.stall.site.model.StallRange;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.jiuye.testing.TestCloud;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stall booking on the template's table with one site, in the place of the county's. */
public final class OneSite implements AutoCloseable {
  public static final Items ITEMS = new Items(Json.MAPPER);
  public static final String SITE_ID = "test-square";
  public static final TestCaller WARDEN = TestCaller.of("warden", "warden", "130529100");
  public static final TestCaller DESK = TestCaller.of("desk", "caseworker", "130529100");

  public final EmulatedCloud cloud = TestCloud.start();
  public final Site site;
  public final String tableName = cloud.template().tables().getFirst().name();
  private final FunctionHarness http;
  private final FunctionHarness schedule;

  public OneSite(Site site, InstantSource clock) {
    this.site = site;
    partition("STALL#SITES").forEach(item -> delete(Key.of(item)));
    put(new Key("STALL#SITES", "SITE#" + site.siteId()), ITEMS.encode(site));
    http =
        FunctionHarness.start(cloud, "StallBookingHttpFunction", Mortality.Functions.class, clock);
    schedule =
        FunctionHarness.start(
            cloud, "StallBookingScheduleFunction", Mortality.Functions.class, clock);
  }

  /** From 20:00 to 02:00 in summer; three no-shows in 60 days bar for 30. */
  public static Site site(int stalls, int weeklyLimit, boolean allYear) {
    return SiteBuilder.builder()
        .siteId(SITE_ID)
        .kind(SiteKind.NIGHT_MARKET)
        .name(Map.of("zh-CN", "测试广场夜市", "en", "Test Square Night Market"))
        .division("130529100")
        .address(Optional.empty())
        .season(
            allYear
                ? Optional.empty()
                : Optional.of(new Season(MonthDay.of(5, 1), MonthDay.of(10, 7))))
        .weekdays(Optional.empty())
        .closedOnHolidays(Optional.empty())
        .window(new ServiceWindow(LocalTime.of(20, 0), Duration.ofHours(6)))
        .stalls(List.of(new StallRange("A001", "A%03d".formatted(stalls))))
        .trades(List.of("TOYS"))
        .policies(
            List.of(
                SitePolicyBuilder.builder()
                    .policyId("test")
                    .version(1)
                    .effectiveFrom(LocalDate.of(2020, 5, 1))
                    .horizonDays(14)
                    .weeklyLimit(weeklyLimit)
                    .freeCancellationHours(6)
                    .offerMinutes(Optional.of(60))
                    .quietHours(
                        Optional.of(new QuietHours(LocalTime.of(22, 0), Duration.ofHours(9))))
                    .noShow(Optional.of(new SitePolicy.NoShowPolicy(3, 60, 30)))
                    .build()))
        .sample(Optional.of(true))
        .build();
  }

  /** Wednesdays from nine to twelve, holidays aside; one stall a week; no waiting list. */
  public static Site market(int stalls) {
    return SiteBuilder.builder()
        .siteId(SITE_ID)
        .kind(SiteKind.JOB_MARKET)
        .name(Map.of("zh-CN", "测试岗位超市", "en", "Test Job Market"))
        .division("130529100")
        .address(Optional.empty())
        .season(Optional.empty())
        .weekdays(Optional.of(List.of(DayOfWeek.WEDNESDAY)))
        .closedOnHolidays(Optional.of(true))
        .window(new ServiceWindow(LocalTime.of(9, 0), Duration.ofHours(3)))
        .stalls(List.of(new StallRange("A001", "A%03d".formatted(stalls))))
        .trades(List.of())
        .policies(
            List.of(
                SitePolicyBuilder.builder()
                    .policyId("market")
                    .version(1)
                    .effectiveFrom(LocalDate.of(2020, 5, 1))
                    .horizonDays(28)
                    .weeklyLimit(1)
                    .freeCancellationHours(24)
                    .offerMinutes(Optional.empty())
                    .quietHours(Optional.empty())
                    .noShow(Optional.of(new SitePolicy.NoShowPolicy(3, 180, 30)))
                    .build()))
        .sample(Optional.of(true))
        .build();
  }

  public TestCaller citizen(String name) {
    return TestCaller.citizen(cloud, name, "person-" + name);
  }

  public HttpAnswer call(HttpCall call) {
    return http.call(call);
  }

  /** Runs a schedule's task; the answer, or why there is none. */
  public String run(String task, TickingClock clock) {
    return new String(
        schedule.invoke(
            Json.MAPPER.writeValueAsString(
                Map.of(
                    "schedule",
                    task,
                    "scheduledTime",
                    Instant.ofEpochMilli(clock.lastMillis()).toString()))),
        StandardCharsets.UTF_8);
  }

  public static HttpCall ofSession(String method, String what, LocalDate night) {
    return HttpCall.of(
        method + " /sites/{siteId}/sessions/{date}/" + what, SITE_ID, night.toString());
  }

  public static String session(LocalDate night) {
    return "STALL#SESSION#" + SITE_ID + "#" + night;
  }

  /** All items of a partition, read behind the functions' backs. */
  public List<Map<String, AttributeValue>> partition(String partition) {
    return cloud
        .dynamoDb()
        .queryPaginator(
            query ->
                query
                    .tableName(tableName)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)))
                    .consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  public void put(Key key, Map<String, AttributeValue> attributes) {
    attributes.putAll(key.attributes());
    cloud.dynamoDb().putItem(put -> put.tableName(tableName).item(attributes));
  }

  public void delete(Key key) {
    cloud.dynamoDb().deleteItem(delete -> delete.tableName(tableName).key(key.attributes()));
  }

  @Override
  public void close() {
    http.close();
    schedule.close();
    cloud.close();
  }
}
