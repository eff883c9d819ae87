package org.jiuye.local.schedule;

import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.lambda.AsyncInvocations;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fires the template's schedules when the running clock passes their time. A jump of the clock
 * fires nothing: it skips what lies between.
 */
public final class LocalSchedules implements Schedules, Closeable {

  private static final Duration TICK = Duration.ofMillis(200);

  private final List<Entry> entries = new ArrayList<>();
  private final FunctionRuntimes functions;
  private final MovableClock clock;
  private final AsyncInvocations invocations;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("schedules").factory());
  private long jumps = -1;

  /** A schedule and where it stands; guarded by the schedules' monitor. */
  private static final class Entry {
    final LambdaFunction function;
    final LambdaFunction.Schedule schedule;
    final ZoneId zone;
    final ScheduleExpression expression;
    @Nullable Instant next;
    @Nullable Instant last;

    Entry(LambdaFunction function, LambdaFunction.Schedule schedule) {
      this.function = function;
      this.schedule = schedule;
      this.zone = ZoneId.of(schedule.timeZone());
      this.expression = ScheduleExpression.parse(schedule.expression(), zone);
    }

    boolean isCalled(String name) {
      return schedule.name().equals(name)
          || schedule.eventName().equals(name)
          || hyphenated(schedule.eventName()).equals(name)
          || schedule.name().equals(stackPrefix() + name);
    }

    /** {@code AnnounceSessions} as the function itself calls it: {@code announce-sessions}. */
    private static String hyphenated(String eventName) {
      return eventName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What stands before the logical id in the function's name. */
    private String stackPrefix() {
      String id = function.logicalId();
      return function.name().endsWith(id)
          ? function.name().substring(0, function.name().length() - id.length())
          : "";
    }
  }

  /** Reads the template's schedules. */
  public LocalSchedules(
      CloudTemplate template,
      FunctionRuntimes functions,
      MovableClock clock,
      AsyncInvocations invocations) {
    this.functions = functions;
    this.clock = clock;
    this.invocations = invocations;
    template
        .functions()
        .forEach(
            function ->
                function
                    .schedules()
                    .forEach(schedule -> entries.add(new Entry(function, schedule))));
  }

  /** Begins to fire. */
  public void start() {
    thread.execute(
        () -> {
          while (!stopsWithin(TICK)) {
            due().forEach(run -> invocations.handOver(run.function(), run.event()));
          }
        });
  }

  private synchronized List<ScheduledRun> due() {
    Instant now = catchUp();
    List<ScheduledRun> due = new ArrayList<>();
    for (Entry entry : entries) {
      Instant next = entry.next;
      if (next != null && !next.isAfter(now)) {
        due.add(run(entry, next));
        entry.last = next;
        entry.next = afterFiring(entry, next, now);
      }
    }
    return due;
  }

  /** The time after the one that fires, or after now where several have passed unseen. */
  private static @Nullable Instant afterFiring(Entry entry, Instant fired, Instant now) {
    Instant next = entry.expression.nextAfter(fired).orElse(null);
    return next == null || next.isAfter(now) ? next : entry.expression.nextAfter(now).orElse(null);
  }

  /** Reads the clock; where it has jumped, counts the next runs from there. */
  private synchronized Instant catchUp() {
    MovableClock.Reading reading = clock.read();
    if (reading.jumps() != jumps) {
      jumps = reading.jumps();
      entries.forEach(entry -> entry.next = entry.expression.nextAfter(reading.now()).orElse(null));
    }
    return reading.now();
  }

  private static ScheduledRun run(Entry entry, Instant scheduledTime) {
    return new ScheduledRun(entry.function, entry.schedule, scheduledTime);
  }

  private boolean stopsWithin(Duration duration) {
    try {
      return stop.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public synchronized List<ScheduleState> list() {
    catchUp();
    return entries.stream()
        .map(
            entry ->
                new ScheduleState(
                    entry.schedule.name(),
                    entry.schedule.expression(),
                    entry.zone,
                    entry.function.logicalId(),
                    Optional.ofNullable(entry.next),
                    Optional.ofNullable(entry.last)))
        .toList();
  }

  @Override
  public Invocation run(String name) {
    Entry entry = find(name);
    Instant now = clock.instant();
    Invocation invocation =
        functions.of(entry.function.logicalId()).invoke(run(entry, now).event());
    synchronized (this) {
      entry.last = now;
    }
    return invocation;
  }

  /** A schedule by its own name, or by a shorter one where no other has the same. */
  private Entry find(String name) {
    List<Entry> called = entries.stream().filter(entry -> entry.isCalled(name)).toList();
    return called.stream()
        .filter(entry -> called.size() == 1 || entry.schedule.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the template declares no one schedule " + name));
  }

  /** Fires no more. */
  @Override
  public void close() {
    stop.countDown();
    thread.close();
  }
}
