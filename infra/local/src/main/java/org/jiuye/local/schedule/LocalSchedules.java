package org.jiuye.local.schedule;

import java.io.Closeable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jiuye.local.clock.MovableClock;
import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.local.lambda.Invocation;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.Queue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Fires the template's schedules when the running clock passes their time. A jump of the clock
 * fires nothing: it skips what lies between.
 */
public final class LocalSchedules implements Schedules, Closeable {

  private static final Logger LOGGER = System.getLogger(LocalSchedules.class.getName());
  private static final Duration TICK = Duration.ofMillis(200);

  private final List<Entry> entries = new ArrayList<>();
  private final CloudTemplate template;
  private final FunctionRuntimes functions;
  private final MovableClock clock;
  private final SqsClient sqs;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("schedules").factory());
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
          || schedule.name().equals(stackPrefix() + name);
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
      CloudTemplate template, FunctionRuntimes functions, MovableClock clock, SqsClient sqs) {
    this.template = template;
    this.functions = functions;
    this.clock = clock;
    this.sqs = sqs;
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
    threads.execute(
        () -> {
          while (!stopsWithin(TICK)) {
            due().forEach(run -> threads.execute(() -> complete(run)));
          }
        });
  }

  private record Due(Entry entry, ScheduledRun run) {}

  private synchronized List<Due> due() {
    Instant now = catchUp();
    List<Due> due = new ArrayList<>();
    for (Entry entry : entries) {
      Instant next = entry.next;
      if (next != null && !next.isAfter(now)) {
        due.add(new Due(entry, run(entry, next)));
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

  private ScheduledRun run(Entry entry, Instant scheduledTime) {
    return new ScheduledRun(
        entry.schedule, entry.function, functions.of(entry.function.logicalId()), scheduledTime);
  }

  private void complete(Due due) {
    try {
      due.run().complete(this::stopsWithin, sqs, deadLetterQueueUrl(due.entry()));
    } catch (SdkException exception) {
      LOGGER.log(Level.ERROR, due.entry().schedule.name() + ": its dead letter is lost", exception);
    }
  }

  private Optional<String> deadLetterQueueUrl(Entry entry) {
    return entry
        .schedule
        .deadLetterArn()
        .flatMap(
            arn -> template.queues().stream().filter(queue -> queue.arn().equals(arn)).findFirst())
        .map(Queue::url);
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
    Entry entry =
        entries.stream()
            .filter(candidate -> candidate.isCalled(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the template declares no schedule " + name));
    Instant now = clock.instant();
    Invocation invocation = run(entry, now).attempt(1);
    synchronized (this) {
      entry.last = now;
    }
    return invocation;
  }

  /** Fires no more and lets running invocations end. */
  @Override
  public void close() {
    stop.countDown();
    threads.close();
  }
}
