package org.jiuye.stall;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Write;
import org.jiuye.stall.model.Booking;
import org.jiuye.stall.model.PostedVacancy;
import org.jiuye.stall.model.Vacancy;
import org.jiuye.stall.model.VacancyLimit;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The vacancies of the job market, one partition a date; they come and go in the transactions of
 * the booking that they belong to.
 *
 * <table>
 * <caption>The items</caption>
 * <tr><th>Partition</th><th>Sort</th><th>What it is</th></tr>
 * <tr><td>STALL#VACANCIES#{date}</td><td>{siteId}#{stallNo}#{vacancyNo}</td>
 *     <td>a vacancy of a booking that holds its stall</td></tr>
 * <tr><td>STALL#VACANCY-LIMITS</td><td>LIMIT#{limitId}</td>
 *     <td>a limit that a vacancy must not have, seeded</td></tr>
 * </table>
 */
final class VacancyStore {
  private final Table table;
  private final Items items;

  VacancyStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** The limits that a vacancy must not have. */
  List<VacancyLimit> limits() {
    return table.queryAll(Query.of("STALL#VACANCY-LIMITS", "LIMIT#")).stream()
        .map(item -> items.decode(item, VacancyLimit.class))
        .toList();
  }

  /** The vacancies of a date, stall by stall. */
  Slice on(LocalDate date, PageRequest page) {
    Query query = Query.of(partition(date)).limit(page.limit());
    return table.query(page.after().map(query::after).orElse(query));
  }

  /** The vacancies of a booking that holds its stall, by number. */
  List<PostedVacancy> of(Booking booking) {
    return table.queryAll(Query.of(partition(booking.date()), prefix(booking))).stream()
        .map(this::read)
        .filter(vacancy -> vacancy.bookingId().equals(booking.bookingId()))
        .toList();
  }

  PostedVacancy read(Map<String, AttributeValue> item) {
    return items.decode(item, PostedVacancy.class);
  }

  /** What a booking's transaction writes so that its vacancies are found. */
  List<Write> postings(Booking booking, List<Vacancy> vacancies) {
    return IntStream.rangeClosed(1, vacancies.size())
        .mapToObj(
            vacancyNo ->
                (Write)
                    Write.create(
                        key(booking, vacancyNo),
                        items.encode(posted(booking, vacancyNo, vacancies.get(vacancyNo - 1)))))
        .toList();
  }

  /** What the transaction that ends a booking writes so that its vacancies are gone. */
  static List<Write> removals(Booking booking) {
    int count = booking.market().map(market -> market.vacancyCount()).orElse(0);
    return IntStream.rangeClosed(1, count)
        .mapToObj(vacancyNo -> (Write) new Write.Delete(key(booking, vacancyNo), Optional.empty()))
        .toList();
  }

  private static PostedVacancy posted(Booking booking, int vacancyNo, Vacancy vacancy) {
    return new PostedVacancy(
        booking.siteId(),
        booking.date(),
        booking.stallNo(),
        booking.bookingId(),
        booking.market().orElseThrow().creditCode(),
        booking.market().orElseThrow().employerName(),
        vacancyNo,
        vacancy);
  }

  private static String partition(LocalDate date) {
    return "STALL#VACANCIES#" + date;
  }

  private static String prefix(Booking booking) {
    return booking.siteId() + "#" + booking.stallNo() + "#";
  }

  private static Key key(Booking booking, int vacancyNo) {
    return new Key(
        partition(booking.date()), prefix(booking) + String.format(Locale.ROOT, "%02d", vacancyNo));
  }
}
