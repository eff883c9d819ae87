package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jiuye.checks.chain.Answers.expect;
import static org.jiuye.checks.chain.Answers.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiuye.checks.Repository;
import org.jiuye.checks.event.EventSchemas;
import org.jiuye.local.LocalCloud;
import org.jiuye.local.LocalCloudOptions;
import org.jiuye.shared.event.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One long day: a cloud in a process of its own is told ID numbers and phones wherever there is
 * room, then many book at once, then it is killed in the middle. The next start, on what it left,
 * serves on; who got no answer asks again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledCloudTest {
  private static final String MORNING = "2026-07-01T08:00:00+08:00";
  private static final int ENOUGH = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final List<String> tokens = new ArrayList<>();
  private List<String> loudAnswers = List.of();
  private List<Traffic.Wish> wishes = List.of();
  private List<Traffic.Wish> fulfilled = List.of();
  private Path data = Path.of("");
  private String output = "";
  private @Nullable LocalCloud cloud;
  private @Nullable Stored stored;

  @BeforeAll
  void liveThroughTheDay(@TempDir Path folder) throws IOException, InterruptedException {
    data = folder.resolve("data");
    try (CloudProcess process = CloudProcess.start(data, folder.resolve("output.txt"))) {
      LocalTokens.setClock(process.address(), MORNING);
      LoudCaller loud = new LoudCaller(process);
      loud.call();
      loudAnswers = loud.answers();
      tokens.addAll(loud.tokens());
      wishes = new Traffic().run(process.address(), ENOUGH, process::kill);
      output = process.output();
    }
    LocalCloud next =
        LocalCloud.start(
            LocalCloudOptions.inMemory(Repository.root().resolve("template.yaml")).withData(data));
    cloud = next;
    stored = new Stored(next);
    LocalTokens.setClock(next.address(), MORNING);
    fulfilled = new ArrayList<>();
    for (Traffic.Wish wish : wishes) {
      Account account = LocalTokens.account(next.address(), wish.sub(), "citizen", "");
      fulfilled.add(wish.isAnswered() ? wish : wish.send(next.address(), account));
    }
    await().atMost(PATIENCE).untilAsserted(this::assertEveryEventIsInAnInboxOnce);
  }

  @AfterAll
  void end() throws IOException {
    if (cloud != null) {
      cloud.close();
    }
  }

  private LocalCloud cloud() {
    return Objects.requireNonNull(cloud);
  }

  private Stored stored() {
    return Objects.requireNonNull(stored);
  }

  @Test
  void theProcessDiedInTheMiddle() {
    assertThat(wishes).filteredOn(Traffic.Wish::isAnswered).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertThat(wishes).filteredOn(wish -> !wish.isAnswered()).isNotEmpty();
    assertThat(output).doesNotContain("stopped");
  }

  @Test
  void everyBookingThatWasAnsweredStandsOnceAndSoDoesTheOneThatWasAskedForAgain() {
    Map<String, Long> holders =
        stored().items().values().stream()
            .filter(item -> Stored.text(item, "sk").startsWith("STALL#"))
            .filter(item -> Stored.text(item, "pk").startsWith("STALL#SESSION#"))
            .collect(
                Collectors.groupingBy(
                    item -> Stored.text(item, "personId") + " " + Stored.text(item, "bookingId"),
                    Collectors.counting()));

    assertThat(holders)
        .isEqualTo(
            fulfilled.stream()
                .collect(
                    Collectors.toMap(
                        wish -> "person-" + wish.sub() + " " + wish.bookingId(), _ -> 1L)));
  }

  @Test
  void theHoldersSeeTheirBookings() {
    for (Traffic.Wish wish : fulfilled.subList(0, 20)) {
      Account account = LocalTokens.account(cloud().address(), wish.sub(), "citizen", "");
      Call call = new Call(cloud().address(), "GET", "/stall-bookings/" + wish.bookingId());
      assertThat(text(expect("200", call.by(account).send()), "state")).isEqualTo("CONFIRMED");
    }
  }

  @Test
  void everyBookingWasToldOnceAndHeardOnce() {
    List<String> ids = fulfilled.stream().map(Traffic.Wish::bookingId).toList();

    assertThat(stored().events().subjects().filter(ids::contains))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            stored().notifications().stream()
                .map(item -> Stored.text(item, "subject"))
                .filter(ids::contains))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(stored().events().all()).allSatisfy(new EventSchemas()::validate);
  }

  @Test
  void nothingIsDeadAndNothingIsLeft() {
    cloud()
        .template()
        .queues()
        .forEach(queue -> assertThat(stored().depth(queue.logicalId())).as(queue.name()).isZero());
  }

  @Test
  void noLineOfOutputHoldsWhatCallersSaid() {
    assertThat(Secrets.in(output, tokens)).isEmpty();
    assertThat(output).doesNotContain("Exception");
  }

  @Test
  void noAnswerRepeatsWhatCallersSaid() {
    assertThat(loudAnswers).hasSizeGreaterThan(300);
    assertThat(loudAnswers).allSatisfy(answer -> assertThat(Secrets.in(answer, tokens)).isEmpty());
    assertThat(loudAnswers).noneMatch(answer -> answer.startsWith("500"));
  }

  @Test
  void noItemEventOrMessageHoldsWhatCallersSaid() throws IOException {
    assertThat(stored().items().values())
        .allSatisfy(item -> assertThat(Secrets.in(item.toString(), tokens)).isEmpty());
    assertThat(Secrets.in(stored().events().images(), tokens)).isEmpty();
    for (Path file : Repository.files(data, "")) {
      if (Files.isRegularFile(file)) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(Secrets.in(content, tokens)).as(file.toString()).isEmpty();
      }
    }
  }

  private void assertEveryEventIsInAnInboxOnce() {
    assertThat(stored().notifications().stream().map(item -> Stored.text(item, "eventId")))
        .containsExactlyInAnyOrderElementsOf(
            stored().events().all().stream().map(json -> Event.read(json).id()).toList());
    assertThat(stored().depth("CaseworkerNotificationEventQueue")).isZero();
  }
}
