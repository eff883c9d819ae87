package org.jiuye.shared.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jiuye.shared.aws.ContentionException;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.FieldError;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Requirement;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lets a request that comes again under the same {@code Idempotency-Key} have one effect and one
 * answer. The record is written in the effect's own transaction; it is read only after a refusal,
 * so that the usual case costs no read. It holds neither key nor body, but keyed hashes of them,
 * the status and the id of what was made.
 */
public final class Idempotency {
  public static final String HEADER = "Idempotency-Key";

  /** How long a key is remembered; real time, for the table's expiry runs on it. */
  public static final Duration KEPT = Duration.ofDays(2);

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final Table table;
  private final String capability;
  private final Supplier<RequestHash> hash;
  private final InstantSource realTime;

  /**
   * The idempotency of a capability's requests.
   *
   * @param capability the name in the partition key, which its role grants
   */
  public Idempotency(Table table, String capability, RequestHashKeys keys) {
    this(table, capability, () -> keys.hashOf(capability), InstantSource.system());
  }

  Idempotency(Table table, String capability, Supplier<RequestHash> hash, InstantSource realTime) {
    this.table = table;
    this.capability = capability;
    this.hash = hash;
    this.realTime = realTime;
  }

  /** What a request does, given the record that belongs in its transaction. */
  @FunctionalInterface
  public interface Effect {
    HttpResponse perform(Attempt attempt);
  }

  /**
   * Performs an effect once, whatever is repeated.
   *
   * @param status the status of a success
   * @param replay gives the answer for what was made before
   * @throws ProblemException what the effect refuses; 422 {@code idempotency-key-reused} when the
   *     key was used for another request; 409 {@code idempotency-conflict} while the same request
   *     is being worked at; 400 for a malformed key
   */
  public HttpResponse once(
      HttpRequest request,
      Caller caller,
      int status,
      Effect effect,
      Function<String, HttpResponse> replay) {
    Optional<String> idempotencyKey = request.header(HEADER);
    if (idempotencyKey.isEmpty()) {
      return effect.perform(Attempt.UNRECORDED);
    }
    if (!FORM.matcher(idempotencyKey.get()).matches()) {
      throw ProblemException.invalid(
          List.of(new FieldError(FieldError.Place.HEADER, HEADER, "wrong-format")));
    }
    RequestHash keyed = hash.get();
    Key key = key(request, caller, keyed.of(idempotencyKey.get()));
    String bodyHash = keyed.of(request);
    try {
      return effect.perform(
          made ->
              Optional.of(
                  new Requirement(record(key, bodyHash, status, made), Idempotency::conflict)));
    } catch (ProblemException | ContentionException refusal) {
      return table
          .getConsistent(key)
          .filter(record -> isLive(record, realTime.instant()))
          .map(record -> answerAgain(record, bodyHash, replay))
          .orElseThrow(() -> refusal);
    }
  }

  /** The same request is being worked at, and its record cannot be read yet. */
  private static ProblemException conflict() {
    return ProblemException.of(409, "idempotency-conflict").retryAfter(Duration.ofSeconds(1));
  }

  /** Of the key a hash alone: some clients make keys of what they send, an ID number perhaps. */
  private Key key(HttpRequest request, Caller caller, String keyHash) {
    return new Key(
        "IDEMPOTENCY#" + capability + "#" + caller.account(), request.routeKey() + "#" + keyHash);
  }

  private Write record(Key key, String bodyHash, int status, String made) {
    Instant now = realTime.instant();
    Map<String, AttributeValue> item =
        Map.of(
            "bodyHash", AttributeValue.fromS(bodyHash),
            "status", AttributeValue.fromN(Integer.toString(status)),
            "made", AttributeValue.fromS(made),
            "expiresAt", AttributeValue.fromN(Long.toString(now.plus(KEPT).getEpochSecond())));
    return Write.replace(
        key,
        item,
        Expression.of("attribute_not_exists(pk) OR expiresAt <= :now")
            .value(":now", now.getEpochSecond()));
  }

  private static boolean isLive(Map<String, AttributeValue> record, Instant now) {
    return Items.number(record, "expiresAt") > now.getEpochSecond();
  }

  private static HttpResponse answerAgain(
      Map<String, AttributeValue> record, String bodyHash, Function<String, HttpResponse> replay) {
    if (!RequestHash.equal(Items.text(record, "bodyHash"), bodyHash)) {
      throw ProblemException.of(422, "idempotency-key-reused");
    }
    HttpResponse again = replay.apply(Items.text(record, "made"));
    return new HttpResponse((int) Items.number(record, "status"), again.headers(), again.body());
  }
}
