package org.jiuye.stall.vacancy;

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
import org.jiuye.stall.vacancy.model.PostedVacancy;
import org.jiuye.stall.vacancy.model.PostedVacancyBuilder;
import org.jiuye.stall.vacancy.model.Vacancy;
import org.jiuye.stall.vacancy.model.VacancyLimit;
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
public final class VacancyStore {
  private final Table table;
  private final Items items;

  VacancyStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /** The stall of an employer at which vacancies hang out. */
  public record Stand(
      String siteId,
      LocalDate date,
      String stallNo,
      String bookingId,
      String creditCode,
      String employerName) {}

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
  public List<PostedVacancy> of(Stand stand) {
    return table.queryAll(Query.of(partition(stand.date()), prefix(stand))).stream()
        .map(this::read)
        .filter(vacancy -> vacancy.bookingId().equals(stand.bookingId()))
        .toList();
  }

  PostedVacancy read(Map<String, AttributeValue> item) {
    return items.decode(item, PostedVacancy.class);
  }

  /** What a booking's transaction writes so that its vacancies are found. */
  public List<Write> postings(Stand stand, List<Vacancy> vacancies) {
    return IntStream.rangeClosed(1, vacancies.size())
        .mapToObj(
            vacancyNo ->
                (Write)
                    Write.create(
                        key(stand, vacancyNo),
                        items.encode(posted(stand, vacancyNo, vacancies.get(vacancyNo - 1)))))
        .toList();
  }

  /** What the transaction that ends a booking writes so that its vacancies are gone. */
  public static List<Write> removals(Stand stand, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(vacancyNo -> (Write) new Write.Delete(key(stand, vacancyNo), Optional.empty()))
        .toList();
  }

  private static PostedVacancy posted(Stand stand, int vacancyNo, Vacancy vacancy) {
    return PostedVacancyBuilder.builder()
        .siteId(stand.siteId())
        .date(stand.date())
        .stallNo(stand.stallNo())
        .bookingId(stand.bookingId())
        .creditCode(stand.creditCode())
        .employerName(stand.employerName())
        .vacancyNo(vacancyNo)
        .vacancy(vacancy)
        .build();
  }

  private static String partition(LocalDate date) {
    return "STALL#VACANCIES#" + date;
  }

  private static String prefix(Stand stand) {
    return stand.siteId() + "#" + stand.stallNo() + "#";
  }

  private static Key key(Stand stand, int vacancyNo) {
    return new Key(
        partition(stand.date()), prefix(stand) + String.format(Locale.ROOT, "%02d", vacancyNo));
  }
}
