package org.jiuye.checks.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many who do something at the same moment. */
final class Crowd {
  private Crowd() {}

  /** Lets everybody act at once; the answers are in the order of the members. */
  static <M, A> List<A> act(List<M> members, Function<M, A> action) {
    CountDownLatch ready = new CountDownLatch(members.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<A>> acting = new ArrayList<>();
      for (M member : members) {
        acting.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return action.apply(member);
                }));
      }
      List<A> answers = new ArrayList<>();
      for (Future<A> each : acting) {
        answers.add(each.get());
      }
      return answers;
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interruption);
    }
  }
}
