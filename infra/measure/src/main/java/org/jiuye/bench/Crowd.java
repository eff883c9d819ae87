package org.jiuye.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who work through a list together, without a pause. */
final class Crowd {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Crowd() {}

  /**
   * How fast a list was worked through.
   *
   * @param perSecond tasks a second
   * @param processorMillis processor time of a task, DynamoDB Local's share included
   */
  record Pace(double perSecond, double processorMillis) {}

  static Pace pace(int callers, List<Runnable> work) {
    AtomicInteger next = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> ends = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (int caller = 0; caller < callers; caller++) {
        ends.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int task; (task = next.getAndIncrement()) < work.size(); ) {
                    work.get(task).run();
                  }
                  return null;
                }));
      }
      long processorBegin = SYSTEM.getProcessCpuTime();
      long begin = System.nanoTime();
      start.countDown();
      for (Future<?> end : ends) {
        end.get();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      double processorMillis = (SYSTEM.getProcessCpuTime() - processorBegin) / 1e6;
      return new Pace(work.size() / seconds, processorMillis / work.size());
    } catch (ExecutionException failure) {
      throw new IllegalStateException("A call failed", failure.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interruption);
    }
  }
}
