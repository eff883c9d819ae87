package org.jiuye.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuye.bench.Lab.SiteStalls;
import org.jiuye.testing.FunctionHarness;
import org.jiuye.testing.HttpAnswer;
import org.jiuye.testing.HttpCall;
import org.jiuye.testing.ItemSize;
import org.jiuye.testing.TestCaller;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the routes of stall booking cost, on a session that is half booked. */
final class BookingCosts {
  private static final String DATE = "2026-07-03";
  private static final String LIST = "GET /stall-bookings";
  private static final String KEY = "idempotency-key";

  /** What one item of a transaction costs while it stays within a step. */
  private static final Units ITEM = Units.writtenInTransaction(1);

  private final Lab lab;
  private final UnitCosts costs;
  private final ItemSizes sizes;
  private final SiteStalls site;
  private final List<String> free;

  BookingCosts(Lab lab, UnitCosts costs, ItemSizes sizes) {
    this.lab = lab;
    this.costs = costs;
    this.sizes = sizes;
    this.site = lab.sites(DATE).getFirst();
    List<String> stalls = site.stallNumbers();
    stalls
        .subList(0, stalls.size() / 2)
        .forEach(stall -> lab.call(201, site.book(lab.citizen(stall), DATE, stall)));
    this.free = new ArrayList<>(stalls.subList(stalls.size() / 2, stalls.size()));
  }

  String session() {
    int stalls = site.stallNumbers().size();
    return "The session has %d stalls, %d of them taken; ids are as long as real ones."
        .formatted(stalls, stalls / 2);
  }

  void measure() {
    browse();
    book();
    look();
    cancel();
  }

  private void browse() {
    HttpCall session = HttpCall.of("GET /sites/{siteId}/sessions/{date}", site.siteId(), DATE);
    HttpCall list = HttpCall.of("GET /sites");
    int siteBytes = bytes(lab.items("STALL#SITES", "SITE#" + site.siteId()));
    int sitesBytes = bytes(lab.items("STALL#SITES"));
    int tradesBytes = bytes(lab.items("COUNTY#TRADES"));
    int holders = holdersBytes();
    try (FunctionHarness cold = lab.start()) {
      costs.measure(
          "browse a session, cold function",
          () -> cold.call(session),
          Units.read(holders).plus(Units.read(siteBytes)),
          "as warm, and 0.5 x ceil(%,d B / 4096), the site".formatted(siteBytes));
      costs.measure(
          "browse a session",
          () -> cold.call(session),
          Units.read(holders),
          "0.5 x ceil(%,d B / 4096), key, booking and person of the taken stalls"
              .formatted(holders));
    }
    try (FunctionHarness cold = lab.start()) {
      costs.measure(
          "list sites, cold function",
          () -> cold.call(list),
          Units.read(sitesBytes).plus(Units.read(tradesBytes)),
          "0.5 x ceil(%,d B / 4096), sites; 0.5 x ceil(%,d B / 4096), trades"
              .formatted(sitesBytes, tradesBytes));
      costs.measure(
          "list sites", () -> cold.call(list), Units.NONE, "nothing, they are kept for a minute");
    }
  }

  private void book() {
    int holders = holdersBytes();
    String three = "2 x 3 items within 1,024 B: the stall, the booking, the person's week";
    String four = "2 x 4 items within 1,024 B: the record of the key, too";
    HttpCall chosen = site.book(known("chosen"), DATE, free.removeFirst());
    costs.measure("book a chosen stall", () -> lab.call(201, chosen), ITEM.times(3), three);
    HttpCall keyed = site.book(known("keyed"), DATE, free.removeFirst()).header(KEY, key());
    sizes.add(
        "book",
        costs.measure(
            "book a chosen stall under a key", () -> lab.call(201, keyed), ITEM.times(4), four));
    costs.measure(
        "the same again (a replay)",
        () -> lab.call(201, keyed),
        Units.readConsistently(1).times(2),
        "1 x 2 items: the record of the key, the booking");
    HttpCall any = site.bookAny(known("any"), DATE);
    costs.measure(
        "book any stall",
        () -> lab.call(201, any),
        ITEM.times(3).plus(Units.read(holders)),
        "as a chosen stall, and the look at the session");
  }

  private void look() {
    TestCaller caller = lab.citizen("looks");
    HttpCall list = HttpCall.of(LIST).by(caller);
    String bookingId = "";
    for (int week = 0; week < 2; week++) {
      String date = "2026-07-0" + (4 + week * 2);
      bookingId = lab.call(201, site.bookAny(caller, date)).text("bookingId");
    }
    HttpCall get = HttpCall.of(LIST + "/{bookingId}", bookingId).by(caller);
    int listed = bookingsBytes(caller);
    String formula = "0.5 x ceil(%,d B / 4096), the bookings without outbox".formatted(listed);
    try (FunctionHarness cold = lab.start()) {
      cold.call(HttpCall.of("GET /sites"));
      costs.measure(
          "list my 2 bookings, account not met yet",
          () -> cold.call(list),
          Units.read(listed).plus(Units.read(1)),
          "as met, and 0.5, who is behind the account");
    }
    costs.measure("list my 2 bookings", () -> lab.call(200, list), Units.read(listed), formula);
    costs.measure(
        "get a booking",
        () -> lab.call(200, get),
        Units.readConsistently(1),
        "1 x 1 item within 4,096 B, consistent");
  }

  private void cancel() {
    Units least = Units.readConsistently(1).plus(ITEM.times(4));
    TestCaller caller = known("cancels");
    HttpAnswer booking = lab.call(201, site.bookAny(caller, DATE));
    HttpCall cancel = Lab.cancel(caller, booking.text("bookingId"));
    costs.measure(
        "cancel",
        () -> lab.call(200, cancel),
        least,
        "1 to see it, 2 x 4 items: the stall, the booking, where its id is found, the week");
    String again =
        lab.call(201, site.book(caller, DATE, booking.text("stallNo"))).text("bookingId");
    HttpCall keyed = Lab.cancel(caller, again).header(KEY, key());
    sizes.add(
        "cancel",
        costs.measure(
            "cancel under a key",
            () -> lab.call(200, keyed),
            least.plus(ITEM),
            "as without, and 2, the record of the key"));
  }

  /** A citizen that the function knows already. */
  private TestCaller known(String name) {
    TestCaller caller = lab.citizen(name);
    lab.call(200, HttpCall.of(LIST).by(caller));
    return caller;
  }

  /** The least that must be kept to know who holds a stall. */
  private int holdersBytes() {
    return lab.items("STALL#SESSION#" + site.siteId() + "#" + DATE, "STALL#").stream()
        .mapToInt(item -> bytes(only(item, "pk", "sk", "bookingId", "personId")))
        .sum();
  }

  private int bookingsBytes(TestCaller caller) {
    return lab.items("STALL#PERSON#" + Lab.person(caller), "BOOKING#").stream()
        .mapToInt(item -> ItemSize.of(item) - ItemSizes.outboxOf(item))
        .sum();
  }

  private static int bytes(List<Map<String, AttributeValue>> items) {
    return items.stream().mapToInt(ItemSize::of).sum();
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return ItemSize.of(item);
  }

  private static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, String... names) {
    Map<String, AttributeValue> some = new HashMap<>(item);
    some.keySet().retainAll(List.of(names));
    return some;
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
