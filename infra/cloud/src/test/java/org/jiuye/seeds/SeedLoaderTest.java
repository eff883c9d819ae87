package org.jiuye.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class SeedLoaderTest {

  private static final SeedItem.Key PEOPLE_PARK =
      new SeedItem.Key("STALL#SITES", "SITE#people-park");

  private final TestTable table = new TestTable();
  @TempDir Path directory;
  private CountyCopy county;

  @BeforeEach
  void copyCounty() throws IOException {
    county = CountyCopy.in(directory);
  }

  @AfterEach
  void closeTable() {
    table.close();
  }

  private SeedReport load() {
    return SeedLoader.load(county.folder(), table.client(), TestTable.NAME);
  }

  @Test
  void writesEveryItemAsReadAndNothingElse() {
    SeedReport report = load();

    List<Map<String, AttributeValue>> items = Seeds.read(county.folder()).items();
    assertThat(report).isEqualTo(new SeedReport(items.size(), 0, 0, 0));
    assertThat(table.content().values()).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void changesNothingWhenLoadedTwice() {
    load();
    var before = table.content();

    SeedReport report = load();

    assertThat(report).isEqualTo(new SeedReport(0, 0, before.size(), 0));
    assertThat(table.content()).isEqualTo(before);
  }

  @Test
  void writesOneItemWhenOneSiteChanges() throws IOException {
    load();
    var before = table.content();

    county.replace("sites/parks.yaml", "A060}", "A061}");
    SeedReport report = load();

    assertThat(report).isEqualTo(new SeedReport(0, 1, before.size() - 1, 0));
    var after = table.content();
    assertThat(after.get(PEOPLE_PARK)).isNotEqualTo(before.get(PEOPLE_PARK));
    after.put(PEOPLE_PARK, before.get(PEOPLE_PARK));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void writesTheSitesOfAPolicyWhenItGetsANewVersion() throws IOException {
    load();

    county.replace(
        "stall-policies.yaml",
        "policies:\n",
        """
        policies:
          - policyId: night-market-centre
            version: 2
            effectiveFrom: 2027-05-01
            horizonDays: 10
            weeklyLimit: 3
            freeCancellationHours: 12
            offerMinutes: 60
            quietHours: {startsAt: "22:00", duration: PT9H}
            noShow: {strikes: 3, windowDays: 60, barDays: 30}
            sample: true
        """);
    SeedReport report = load();

    assertThat(report.created()).isEqualTo(1);
    assertThat(report.changed()).isEqualTo(3);
    Map<String, AttributeValue> site = table.item(PEOPLE_PARK);
    assertThat(JuluTest.value(site, "policies").l())
        .extracting(policy -> JuluTest.value(policy.m(), "version").n())
        .containsExactly("1", "2");
  }

  @Test
  void deletesWhatHasVanishedFromTheSeeds() throws IOException {
    load();
    int before = table.content().size();

    county.delete("sites/towns.yaml").delete("calendar/2026.yaml");
    SeedReport report = load();

    assertThat(report).isEqualTo(new SeedReport(0, 0, before - 7, 7));
    assertThat(table.content()).hasSize(before - 7).containsKey(PEOPLE_PARK);
  }

  @Test
  void leavesWhatOthersWroteAlone() {
    Map<String, AttributeValue> neighbour = item("STALL#SITES", "SITE#of-somebody-else");
    Map<String, AttributeValue> booking = item("STALL#BOOKING#1", "BOOKING");
    table.put(neighbour);
    table.put(booking);

    load();
    load();

    assertThat(table.content().values()).contains(neighbour, booking);
  }

  @Test
  void refusesToOverwriteWhatOthersWrote() {
    Map<String, AttributeValue> other = item(PEOPLE_PARK.pk(), PEOPLE_PARK.sk());
    table.put(other);

    assertThatExceptionOfType(SeedException.class)
        .isThrownBy(this::load)
        .withMessageMatching(
            "\\S+/julu/sites/parks.yaml:4:5: /sites/0: the table holds an item .*");
    assertThat(table.content().values()).containsExactly(other);
  }

  @Test
  void mendsAnItemThatWasAlteredByHand() {
    load();
    var before = table.content();
    Map<String, AttributeValue> altered = new HashMap<>(table.item(PEOPLE_PARK));
    altered.put("kind", AttributeValue.fromS("ALTERED"));
    table.put(altered);

    assertThat(load()).isEqualTo(new SeedReport(0, 1, before.size() - 1, 0));
    assertThat(table.content()).isEqualTo(before);
  }

  @Test
  void finishesWhatAKilledLoadBegan() {
    DynamoDbClient dying =
        new HookedClient(
            table.client(),
            put -> {
              if (put > 30) {
                throw new IllegalStateException("killed");
              }
            });
    assertThatIllegalStateException()
        .isThrownBy(() -> SeedLoader.load(county.folder(), dying, TestTable.NAME))
        .withMessage("killed");
    assertThat(table.content()).hasSize(30);

    SeedReport report = load();

    List<Map<String, AttributeValue>> items = Seeds.read(county.folder()).items();
    assertThat(report).isEqualTo(new SeedReport(items.size() - 30, 0, 30, 0));
    assertThat(table.content().values()).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void endsWithItsOwnSeedsWhenOthersAreLoadedMeanwhile(@TempDir Path otherDirectory)
      throws IOException {
    CountyCopy other = CountyCopy.in(otherDirectory);
    other.replace("sites/parks.yaml", "A060}", "A061}").delete("sites/towns.yaml");
    load();
    county.replace("sites/parks.yaml", "A060}", "A062}");
    DynamoDbClient overtaken =
        new HookedClient(
            table.client(),
            put -> {
              if (put == 1) {
                SeedLoader.load(other.folder(), table.client(), TestTable.NAME);
              }
            });

    SeedReport report = SeedLoader.load(county.folder(), overtaken, TestTable.NAME);

    assertThat(report.created()).as("the other towns' sites").isEqualTo(6);
    assertThat(report.changed()).isEqualTo(1);
    assertThat(table.content().values())
        .containsExactlyInAnyOrderElementsOf(Seeds.read(county.folder()).items());
  }

  @Test
  void writesAgainWhatATransactionKeptFromBeingWritten() {
    DynamoDbClient conflicting =
        new HookedClient(
            table.client(),
            put -> {
              if (put % 3 == 0) {
                throw TransactionConflictException.builder().message("conflict").build();
              }
            });

    SeedReport report = SeedLoader.load(county.folder(), conflicting, TestTable.NAME);

    assertThat(report.created()).isEqualTo(table.content().size());
    assertThat(table.content().values())
        .containsExactlyInAnyOrderElementsOf(Seeds.read(county.folder()).items());
  }

  @Test
  void loadsAKindOfSeedThatIsOnlyASchemaAndData() throws IOException {
    Path schemas = Files.createDirectories(directory.resolve("functions/banks/seeds"));
    Files.writeString(
        schemas.resolve("banks.schema.json"),
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://jiuye.example/seeds/banks.schema.json",
          "x-table": {"each": "/banks/*", "pk": "LOAN#BANKS", "sk": "BANK#{bankId}"},
          "x-unique": [{"each": "/banks/*", "by": ["bankId"]}],
          "properties": {"banks": {"type": "array"}}
        }
        """);
    county.write("banks.yaml", "banks:\n  - {bankId: one, rate: 3.50, offices: [east, west]}\n");

    load();
    assertThat(load().writes()).isZero();

    assertThat(table.item(new SeedItem.Key("LOAN#BANKS", "BANK#one")))
        .containsEntry("bankId", AttributeValue.fromS("one"))
        .containsEntry("rate", AttributeValue.fromN("3.5"))
        .containsEntry(
            "offices",
            AttributeValue.fromL(
                List.of(AttributeValue.fromS("east"), AttributeValue.fromS("west"))));
  }

  @Test
  void loadsTheSameSeedsManyTimesAtOnce() throws Exception {
    List<Map<String, AttributeValue>> items = Seeds.read(county.folder()).items();

    List<SeedReport> reports = atOnce(8, this::load);

    assertThat(table.content().values()).containsExactlyInAnyOrderElementsOf(items);
    assertThat(reports.stream().mapToInt(SeedReport::created).sum()).isEqualTo(items.size());
    assertThat(reports).allSatisfy(report -> assertThat(report.changed()).isZero());
  }

  private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(times);
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }

  private static Map<String, AttributeValue> item(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }
}
