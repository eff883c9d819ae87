package org.jiuye.stall.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuye.stall.StallTestBed;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.TestCaller;

/** The job market of Julu: employers and what they send. */
public final class MarketTestBed implements AutoCloseable {
  static final String SITE = "job-market";

  /** A Wednesday, a week behind the bed's noon. */
  static final String MARKET_DAY = "2026-07-08";

  public final StallTestBed bed = new StallTestBed();
  public final TestCaller desk = TestCaller.of("market-desk", "caseworker", "130529");

  /** Somebody with the role of an employer, of the same name as account and person. */
  public TestCaller employer(String name) {
    return TestCaller.of(name, "employer", "").linkedTo(bed.cloud, "person-" + name);
  }

  /** The same with a verified employer. */
  public TestCaller verified(String name, String creditCode) {
    TestCaller caller = employer(name);
    assertThat(bed.call(register(caller, creditCode)).status()).isEqualTo(201);
    assertThat(bed.call(verify(desk, creditCode)).status()).isEqualTo(200);
    return caller;
  }

  /** A valid credit code, another for each number from 0 to 999. */
  public static String creditCode(int number) {
    return withCheckCharacter("91130529MA0A%03d00".formatted(number));
  }

  /** A credit code of its first 17 characters. */
  public static String withCheckCharacter(String code) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < code.length(); place++) {
      sum += alphabet.indexOf(code.charAt(place)) * weight;
      weight = weight * 3 % 31;
    }
    return code + alphabet.charAt((31 - sum % 31) % 31);
  }

  public static HttpCall register(TestCaller caller, String creditCode) {
    return register(caller, creditCode, "巨鹿县样例食品有限公司");
  }

  public static HttpCall register(TestCaller caller, String creditCode, String name) {
    return HttpCall.of("POST /employers")
        .by(caller)
        .json(Map.of("creditCode", creditCode, "name", name));
  }

  public static HttpCall verify(TestCaller caller, String creditCode) {
    return HttpCall.of("POST /employers/{creditCode}/verification", creditCode)
        .by(caller)
        .json(Map.of("outcome", "VERIFIED"));
  }

  public static HttpCall reject(TestCaller caller, String creditCode, String reason) {
    return HttpCall.of("POST /employers/{creditCode}/verification", creditCode)
        .by(caller)
        .json(Map.of("outcome", "REJECTED", "reason", reason));
  }

  public static HttpCall employer(TestCaller caller, String creditCode) {
    return HttpCall.of("GET /employers/{creditCode}", creditCode).by(caller);
  }

  /** A vacancy that nothing is wrong with. */
  public static Map<String, Object> vacancy(String title) {
    Map<String, Object> vacancy = new HashMap<>();
    vacancy.put("title", title);
    vacancy.put("duties", "负责食品包装\n两班倒");
    vacancy.put("headcount", 10);
    vacancy.put("monthlyPay", Map.of("from", 3500, "to", 5000));
    vacancy.put("place", "巨鹿县经济开发区");
    vacancy.put("validUntil", "2026-08-31");
    return vacancy;
  }

  /** The body of a booking with so many vacancies. */
  public static Map<String, Object> body(String creditCode, String date, int vacancies) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int number = 1; number <= vacancies; number++) {
      list.add(vacancy("包装工" + number));
    }
    Map<String, Object> body = new HashMap<>();
    body.put("siteId", SITE);
    body.put("date", date);
    body.put("creditCode", creditCode);
    body.put("vacancies", list);
    return body;
  }

  public static HttpCall book(TestCaller caller, String creditCode, int vacancies) {
    return StallTestBed.book(caller, body(creditCode, MARKET_DAY, vacancies));
  }

  public HttpAnswer call(HttpCall call) {
    return bed.call(call);
  }

  public HttpAnswer vacancies(String date) {
    return bed.call(HttpCall.of("GET /vacancies").query("date", date).query("limit", "100"));
  }

  @Override
  public void close() {
    bed.close();
  }
}
