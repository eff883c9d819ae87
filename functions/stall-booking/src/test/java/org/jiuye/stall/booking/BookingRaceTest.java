package org.jiuye.stall.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuye.stall.StallTestBed.book;
import static org.jiuye.stall.StallTestBed.bookAny;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiuye.emulators.gateway.Faults.Fault;
import org.jiuye.shared.table.Items;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Many people at once, with and without the troubles that only the real DynamoDB has. */
@Tag("integration")
@TestInstance(Lifecycle.PER_CLASS)
class BookingRaceTest {
  private static final int MOST_TRIES = 20;

  private static final int CALLERS = 200;

  private final StallTestBed bed = new StallTestBed();
  private final List<TestCaller> citizens = new ArrayList<>();

  /** What befalls half of the writes; each trouble has a night of its own. */
  enum Trouble {
    NONE("2026-07-02"),
    CONFLICTS("2026-07-03"),
    LOST_REPLIES("2026-07-04");

    private final String night;

    Trouble(String night) {
      this.night = night;
    }
  }

  @BeforeAll
  void register() {
    IntStream.range(0, CALLERS).forEach(n -> citizens.add(bed.citizen("racer-" + n)));
  }

  @AfterAll
  void close() {
    bed.close();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void oneStallHasOneHolder(Trouble trouble) throws Exception {
    String site = "apricot-park";
    List<HttpAnswer> answers =
        withTrouble(
            trouble, citizens.stream().map(who -> book(who, site, trouble.night, "A001")).toList());

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(codes(answers)).containsExactlyInAnyOrderElementsOf(copies("stall-taken", 199));
    List<Map<String, AttributeValue>> session = bed.partition(session(site, trouble.night));
    assertThat(session).hasSize(1);
    assertThat(session.getFirst())
        .hasEntrySatisfying("outbox", outbox -> assertThat(outbox.l()).hasSize(1));
  }

  @Tag("crowd")
  @ParameterizedTest
  @EnumSource(Trouble.class)
  void anyStallGivesEachAnotherUntilAllAreTaken(Trouble trouble) throws Exception {
    // 50 stalls in all.
    String site = "apricot-park";
    String night = trouble.night.replace("07-0", "07-1");
    List<HttpAnswer> answers =
        withTrouble(
            trouble,
            citizens.stream()
                .map(
                    who ->
                        bookAny(who, site, night)
                            .header("idempotency-key", UUID.randomUUID().toString()))
                .toList());

    Set<String> stalls = new HashSet<>();
    answers.stream()
        .filter(answer -> answer.status() == 201)
        .forEach(answer -> stalls.add(answer.text("stallNo")));
    assertThat(count(answers, 201)).isEqualTo(50);
    assertThat(stalls).hasSize(50);
    assertThat(codes(answers)).containsExactlyInAnyOrderElementsOf(copies("session-full", 150));
    assertThat(bed.partition(session(site, night))).hasSize(50);
    assertThat(bed.session(site, night).body().path("free").asInt()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void onePersonWithTwoAccountsGetsOneStallANight(Trouble trouble) throws Exception {
    String site = "culture-square";
    String person = "person-twice-" + trouble;
    TestCaller phone = TestCaller.citizen(bed.cloud, "phone-" + trouble, person);
    TestCaller tablet = TestCaller.citizen(bed.cloud, "tablet-" + trouble, person);
    List<HttpCall> calls =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                n -> book(n % 2 == 0 ? phone : tablet, site, trouble.night, "A%03d".formatted(n)))
            .toList();

    List<HttpAnswer> answers = withTrouble(trouble, calls);

    assertThat(count(answers, 201)).isEqualTo(1);
    assertThat(codes(answers)).containsExactlyInAnyOrderElementsOf(copies("one-stall-a-night", 19));
    assertThat(bed.partition("STALL#PERSON#" + person))
        .extracting(item -> Items.text(item, "sk").replaceAll("#.*", ""))
        .containsExactlyInAnyOrder("BOOKING", "WEEK");
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void oneKeyHasOneEffectAndOneAnswer(Trouble trouble) throws Exception {
    String site = "lakeside-park";
    TestCaller impatient = bed.citizen("impatient-" + trouble);
    HttpCall call =
        bookAny(impatient, site, trouble.night).header("idempotency-key", "key-" + trouble);

    List<HttpAnswer> answers =
        withTrouble(trouble, IntStream.range(0, 50).mapToObj(n -> call).toList());

    assertThat(count(answers, 201)).isEqualTo(50);
    assertThat(answers.stream().map(HttpAnswer::body).distinct()).hasSize(1);
    assertThat(bed.partition("STALL#PERSON#person-impatient-" + trouble)).hasSize(2);
  }

  private List<HttpAnswer> withTrouble(Trouble trouble, List<HttpCall> calls) throws Exception {
    return switch (trouble) {
      case NONE -> untilDecided(calls);
      case CONFLICTS -> {
        try (var _ = bed.cloud.faults().inject(Fault.TRANSACTION_CONFLICT, 0.5, 7)) {
          yield untilDecided(calls);
        }
      }
      case LOST_REPLIES -> {
        try (var _ = bed.cloud.faults().inject(Fault.LOST_REPLY, 0.5, 7)) {
          yield untilDecided(calls);
        }
      }
    };
  }

  /** All at once; whoever is told that too many come asks again, as a phone does. */
  private List<HttpAnswer> untilDecided(List<HttpCall> calls) throws Exception {
    List<HttpAnswer> answers = new ArrayList<>(bed.together(calls));
    for (int caller = 0; caller < calls.size(); caller++) {
      for (int tries = 1; answers.get(caller).status() == 503 && tries < MOST_TRIES; tries++) {
        answers.set(caller, bed.call(calls.get(caller)));
      }
    }
    return answers;
  }

  private static long count(List<HttpAnswer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  private static List<String> codes(List<HttpAnswer> answers) {
    return answers.stream()
        .filter(answer -> answer.status() != 201)
        .map(answer -> answer.status() == 409 ? answer.code() : answer.toString())
        .collect(Collectors.toList());
  }

  private static List<String> copies(String code, int count) {
    return java.util.Collections.nCopies(count, code);
  }

  private static String session(String siteId, String date) {
    return "STALL#SESSION#" + siteId + "#" + date;
  }
}
