package org.jiuye.stall.frontage;

import java.util.HashMap;
import java.util.Map;
import org.jiuye.stall.StallTestBed;
import org.jiuye.stall.market.MarketTestBed;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** Shops, who looks after them, and what they ask. */
final class Shops {
  static final String STREET = "old-style-street";
  private final StallTestBed bed;

  Shops(StallTestBed bed) {
    this.bed = bed;
  }

  /** A verified shop's account, whose person is of the same name. */
  TestCaller shop(String name) {
    TestCaller caller = account(name);
    bed.call(MarketTestBed.register(caller, creditCode("person-" + name)));
    bed.call(MarketTestBed.verify(caseworker("130529100"), creditCode("person-" + name)));
    return caller;
  }

  /** The account of somebody with the role of an employer, whose person is of the same name. */
  TestCaller account(String name) {
    return TestCaller.of(name, "employer", "").linkedTo(bed.cloud, "person-" + name);
  }

  /** The credit code of a person's shop. */
  static String creditCode(String personId) {
    return MarketTestBed.withCheckCharacter(
        "91130529MB%07d".formatted(Math.floorMod(personId.hashCode(), 10_000_000)));
  }

  static TestCaller warden(String divisions) {
    return TestCaller.of("warden-" + divisions, "warden", divisions);
  }

  static TestCaller caseworker(String divisions) {
    return TestCaller.of("caseworker-" + divisions, "caseworker", divisions);
  }

  static TestCaller villageWorker(String divisions) {
    return TestCaller.of("village-worker-" + divisions, "villageWorker", divisions);
  }

  /**
   * A proper declaration, of which a test may change some fields; without a credit code it is that
   * of the holder's shop.
   */
  static Map<String, Object> declaration(String stallNo, String from, String to) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("siteId", STREET);
    fields.put("stallNo", stallNo);
    fields.put("shopName", "老街面馆");
    fields.put("from", from);
    fields.put("to", to);
    return fields;
  }

  static HttpCall declare(TestCaller caller, Map<String, ?> fields) {
    Map<String, Object> body = new HashMap<>(fields);
    Object named = fields.get("onBehalfOf");
    String holder =
        named == null ? "person-" + caller.claims().getOrDefault("sub", "") : named.toString();
    body.putIfAbsent("creditCode", creditCode(holder));
    return HttpCall.of("POST /frontages").by(caller).json(body);
  }

  static HttpCall declare(TestCaller caller, String stallNo, String from, String to) {
    return declare(caller, declaration(stallNo, from, to));
  }

  static HttpCall get(TestCaller caller, String frontageId) {
    return HttpCall.of("GET /frontages/{frontageId}", frontageId).by(caller);
  }

  static HttpCall breach(TestCaller caller, String frontageId, String kind, String at) {
    return HttpCall.of("POST /frontages/{frontageId}/breaches", frontageId)
        .by(caller)
        .json(Map.of("kind", kind, "at", at));
  }

  static HttpCall suspend(TestCaller caller, String frontageId) {
    return suspend(caller, frontageId, Map.of("reason", "REPEATED_BREACHES"));
  }

  static HttpCall suspend(TestCaller caller, String frontageId, Map<String, ?> fields) {
    return HttpCall.of("POST /frontages/{frontageId}/suspension", frontageId)
        .by(caller)
        .json(fields);
  }

  static HttpCall lift(TestCaller caller, String frontageId) {
    return HttpCall.of("POST /frontages/{frontageId}/lifting", frontageId)
        .by(caller)
        .json(Map.of("reason", "REMEDIED"));
  }

  static HttpCall end(TestCaller caller, String frontageId) {
    return end(caller, frontageId, Map.of("reason", "MOVED"));
  }

  static HttpCall end(TestCaller caller, String frontageId, Map<String, ?> fields) {
    return HttpCall.of("POST /frontages/{frontageId}/end", frontageId).by(caller).json(fields);
  }

  static HttpCall list() {
    return HttpCall.of("GET /frontages").query("siteId", STREET);
  }
}
