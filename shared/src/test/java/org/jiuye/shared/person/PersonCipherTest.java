package org.jiuye.shared.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.key.KeyWrapper;
import org.jiuye.shared.key.NotItsPlaceException;
import org.jiuye.shared.support.KeyFile;
import org.jiuye.shared.support.SentRequests;
import org.jiuye.shared.support.TestCloud;
import org.jiuye.shared.table.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** What is sealed with a person's key opens for that person, item and field alone. */
class PersonCipherTest {
  private static final Key ITEM = new Key("TEST#item", "ITEM");
  private static final String TEXT = "刑满释放人员, 130529199001011234";

  private final SentRequests sent = new SentRequests();
  private final AtomicLong now = new AtomicLong();
  private final String person = "person-" + UUID.randomUUID();
  private final Path folder;
  private KeyWrapper wrapper;
  private final PersonCipher cipher;

  PersonCipherTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.wrapper = KeyFile.wrapper(KeyFile.write(folder, "rw-------"));
    this.cipher = cipher();
  }

  @Test
  void whatWasSealedOpensWhereItStands() {
    String sealed = cipher.seal(person, ITEM, "facts", TEXT);

    assertThat(new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8))
        .doesNotContain("1305");
    assertThat(cipher.open(person, ITEM, "facts", sealed)).isEqualTo(TEXT);
    assertThat(cipher().open(person, ITEM, "facts", sealed)).as("elsewhere").isEqualTo(TEXT);
    assertThat(cipher.seal(person, ITEM, "facts", TEXT)).as("never alike").isNotEqualTo(sealed);
  }

  @Test
  void whatWasMovedDoesNotOpen() {
    String sealed = cipher.seal(person, ITEM, "facts", TEXT);
    String other = "person-" + UUID.randomUUID();
    cipher.seal(other, ITEM, "facts", TEXT);

    assertMisplaced(person, new Key("TEST#other", "ITEM"), "facts", sealed);
    assertMisplaced(person, new Key("TEST#item", "OTHER"), "facts", sealed);
    assertMisplaced(person, new Key("TEST#ite", "mITEM"), "facts", sealed);
    assertMisplaced(person, ITEM, "trace", sealed);
    assertMisplaced(other, ITEM, "facts", sealed);
  }

  @Test
  void whatWasChangedDoesNotOpen() {
    byte[] sealed = Base64.getDecoder().decode(cipher.seal(person, ITEM, "facts", TEXT));
    for (int position = 0; position < sealed.length; position++) {
      byte[] changed = sealed.clone();
      changed[position] ^= 1;
      assertMisplaced(person, ITEM, "facts", Base64.getEncoder().encodeToString(changed));
    }
    assertMisplaced(person, ITEM, "facts", "");
    assertMisplaced(person, ITEM, "facts", "no Base64!");
  }

  @Test
  void aKeyThatIsGoneMakesItsTextsUnreadable() {
    String sealed = cipher.seal(person, ITEM, "facts", TEXT);
    shred();

    assertThat(cipher.open(person, ITEM, "facts", sealed)).as("kept for a while").isEqualTo(TEXT);
    now.addAndGet(PersonKeys.KEPT.toNanos());
    assertThatThrownBy(() -> cipher.open(person, ITEM, "facts", sealed))
        .isInstanceOf(KeyGoneException.class);
    assertThatThrownBy(() -> cipher.seal(person, ITEM, "facts", TEXT))
        .as("and no new one is made")
        .isInstanceOf(KeyGoneException.class);
  }

  @Test
  void whereNoKeyEverWasNothingOpens() {
    assertThatThrownBy(() -> cipher.open(person, ITEM, "facts", "AAAA"))
        .isInstanceOf(KeyGoneException.class);
  }

  @Test
  void anUnwrappedKeyIsKeptForItsTimeAndNoLonger() {
    String sealed = cipher.seal(person, ITEM, "facts", TEXT);
    now.addAndGet(PersonKeys.KEPT.minus(Duration.ofNanos(1)).toNanos());
    cipher.open(person, ITEM, "facts", sealed);
    assertThat(sent.of(GetItemRequest.class)).hasSize(1);

    now.addAndGet(1);
    cipher.open(person, ITEM, "facts", sealed);
    assertThat(sent.of(GetItemRequest.class)).hasSize(2);
  }

  @Test
  void whoIsFirstMakesTheKeyOfAll() throws Exception {
    List<String> sealed = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(8);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all = new ArrayList<>();
      for (int caller = 0; caller < 8; caller++) {
        PersonCipher own = cipher();
        Callable<String> task =
            () -> {
              ready.countDown();
              ready.await();
              return own.seal(person, ITEM, "facts", TEXT);
            };
        all.add(threads.submit(task));
      }
      for (Future<String> one : all) {
        sealed.add(one.get());
      }
    }
    PersonCipher reader = cipher();
    assertThat(sealed)
        .allSatisfy(text -> assertThat(reader.open(person, ITEM, "facts", text)).isEqualTo(TEXT));
  }

  @Test
  void anotherKeyAboveOpensNothing() throws Exception {
    String sealed = cipher.seal(person, ITEM, "facts", TEXT);
    wrapper = KeyFile.wrapper(KeyFile.write(folder, "rw-------"));

    assertThatThrownBy(() -> cipher().open(person, ITEM, "facts", sealed))
        .isInstanceOf(NotItsPlaceException.class);
  }

  private void assertMisplaced(String personId, Key item, String field, String sealed) {
    assertThatThrownBy(() -> cipher.open(personId, item, field, sealed))
        .isInstanceOf(NotItsPlaceException.class);
  }

  /** What erasing a person leaves of the key. */
  private void shred() {
    Key key = PersonKeys.key(person);
    TestCloud.store(
        Map.of(
            "pk", AttributeValue.fromS(key.partition()),
            "sk", AttributeValue.fromS(key.sort()),
            "personId", AttributeValue.fromS(person)));
  }

  private PersonCipher cipher() {
    return new PersonCipher(new PersonKeys(new DataKeys(TestCloud.table(sent), wrapper), now::get));
  }
}
