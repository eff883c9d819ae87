package org.jiuye.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.key.KeyWrapper;
import org.jiuye.shared.support.KeyFile;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.jiuye.shared.table.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The key of the request hashes lies wrapped in the table, and all of a capability use one. */
class RequestHashKeysTest {
  private final SentRequests sent = new SentRequests();
  private final String capability = "test-" + UUID.randomUUID();
  private final KeyWrapper wrapper;

  RequestHashKeysTest(@TempDir Path folder) throws IOException {
    this.wrapper = KeyFile.wrapper(KeyFile.write(folder, "rw-------"));
  }

  @Test
  void theKeyIsMadeWhenItIsFirstNeededAndThenKept() {
    RequestHashKeys keys = keys();
    assertThat(sent.count()).isZero();

    String hash = keys.hashOf(capability).of("key-1");
    assertThat(sent.count()).as("read, then made").isEqualTo(2);
    assertThat(keys.hashOf(capability).of("key-1")).isEqualTo(hash);
    assertThat(sent.count()).isEqualTo(2);
  }

  @Test
  void anotherInstanceFindsTheSameKeyAndAnotherCapabilityHasItsOwn() {
    String hash = keys().hashOf(capability).of("key-1");

    assertThat(keys().hashOf(capability).of("key-1")).isEqualTo(hash);
    assertThat(keys().hashOf(capability + "-other").of("key-1")).isNotEqualTo(hash);
  }

  @Test
  void ofManyAtOnceOneMakesTheKeyOfAll() throws Exception {
    int instances = 8;
    CountDownLatch ready = new CountDownLatch(instances);
    List<Future<String>> hashes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int instance = 0; instance < instances; instance++) {
        RequestHashKeys own = keys();
        Callable<String> task =
            () -> {
              ready.countDown();
              ready.await();
              return own.hashOf(capability).of("key-1");
            };
        hashes.add(threads.submit(task));
      }
    }
    String one = hashes.getFirst().get();
    for (Future<String> hash : hashes) {
      assertThat(hash.get()).isEqualTo(one);
    }
  }

  @Test
  void noNewKeyTakesThePlaceOfOneThatWasDestroyed() {
    Key item = RequestHashKeys.key(capability);
    TestCloud.store(
        Map.of(
            "pk", AttributeValue.fromS(item.partition()),
            "sk", AttributeValue.fromS(item.sort())));

    assertThatIllegalStateException().isThrownBy(() -> keys().hashOf(capability));
  }

  private RequestHashKeys keys() {
    return new RequestHashKeys(new DataKeys(TestCloud.table(sent), wrapper));
  }
}
