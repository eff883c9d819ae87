package org.jiuye.stall;

import static org.jiuye.shared.http.Role.ADMIN;
import static org.jiuye.shared.http.Role.CASEWORKER;
import static org.jiuye.shared.http.Role.CITIZEN;
import static org.jiuye.shared.http.Role.VILLAGE_WORKER;
import static org.jiuye.shared.http.Role.WARDEN;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.Callers;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Messages;
import org.jiuye.shared.http.RequestHash;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** The front door of stall booking. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({RuntimeConfiguration.class, TableConfiguration.class, HttpConfiguration.class})
public class StallFunctions {
  public static void main(String[] arguments) {
    SpringApplication.run(StallFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> stallBookingHttp(Routes routes, Callers callers) {
    return new HttpFunction(routes, callers, new Messages("org.jiuye.stall.problems"));
  }

  @Bean
  Function<Message<InputStream>, byte[]> stallBookingSchedule(
      SiteCatalog catalog, StallStore store, CountyTime time) {
    return new ScheduleFunction(
        Map.of("announce-sessions", new AnnounceSessions(catalog, store, time)));
  }

  @Bean
  Routes routes(
      SiteCatalog catalog,
      StallStore store,
      Table table,
      RequestHash requestHash,
      CountyTime time) {
    Views views = new Views(catalog);
    BookingAnswers answers = new BookingAnswers(store, views);
    Idempotency idempotency = new Idempotency(table, "stall-booking", requestHash);
    GetBooking getBooking = new GetBooking(store, answers);
    BookStall bookStall =
        new BookStall(catalog, store, new FreeStalls(store), idempotency, answers, time);
    CancelBooking cancelBooking =
        new CancelBooking(getBooking, catalog, store, idempotency, answers, time);
    ListBookings listBookings = new ListBookings(store, views);
    return Routes.builder()
        .open("GET /sites", new ListSites(catalog, views, time)::handle)
        .open("GET /sites/{siteId}", new GetSite(catalog, views, time)::handle)
        .open("GET /sites/{siteId}/sessions/{date}", new GetSession(catalog, store, time)::handle)
        .guarded(
            "POST /stall-bookings", bookStall::handle, CITIZEN, CASEWORKER, VILLAGE_WORKER, ADMIN)
        .guarded(
            "GET /stall-bookings", listBookings::handle, CITIZEN, CASEWORKER, VILLAGE_WORKER, ADMIN)
        .guarded(
            "GET /stall-bookings/{bookingId}",
            getBooking::handle,
            CITIZEN,
            CASEWORKER,
            VILLAGE_WORKER,
            WARDEN,
            ADMIN)
        .guarded(
            "POST /stall-bookings/{bookingId}/cancellation",
            cancelBooking::handle,
            CITIZEN,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .build();
  }

  @Bean
  StallStore stallStore(Table table, Items items) {
    return new StallStore(table, items);
  }

  @Bean
  SiteCatalog siteCatalog(StallStore store) {
    return new SiteCatalog(store);
  }
}
