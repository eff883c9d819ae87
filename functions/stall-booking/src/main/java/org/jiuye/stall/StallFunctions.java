package org.jiuye.stall;

import static org.jiuye.shared.http.Role.ADMIN;
import static org.jiuye.shared.http.Role.CASEWORKER;
import static org.jiuye.shared.http.Role.CITIZEN;
import static org.jiuye.shared.http.Role.EMPLOYER;
import static org.jiuye.shared.http.Role.VILLAGE_WORKER;
import static org.jiuye.shared.http.Role.WARDEN;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.BodyHash;
import org.jiuye.shared.http.Callers;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Messages;
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
      Items items,
      BodyHash bodyHash,
      CountyTime time) {
    Views views = new Views(catalog);
    BookingAnswers answers = new BookingAnswers(store, views);
    Idempotency idempotency = new Idempotency(table, "stall-booking", bodyHash);
    GetBooking getBooking = new GetBooking(store, answers);
    BookStall bookStall =
        new BookStall(catalog, store, new FreeStalls(store), idempotency, answers, time);
    CancelBooking cancelBooking =
        new CancelBooking(getBooking, catalog, store, idempotency, answers, time);
    ListBookings listBookings = new ListBookings(store, views);
    MarketRoutes market = new MarketRoutes(table, items, catalog, store, time);
    BookByKind bookByKind =
        new BookByKind(catalog, bookStall, market.bookMarketStall(idempotency, answers));
    Routes.Builder routes = Routes.builder();
    market.addTo(routes, idempotency, getBooking);
    return routes
        .open("GET /sites", new ListSites(catalog, views, time)::handle)
        .open("GET /sites/{siteId}", new GetSite(catalog, views, time)::handle)
        .open("GET /sites/{siteId}/sessions/{date}", new GetSession(catalog, store, time)::handle)
        .guarded(
            "POST /stall-bookings",
            bookByKind::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /stall-bookings",
            listBookings::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            ADMIN)
        .guarded(
            "GET /stall-bookings/{bookingId}",
            getBooking::handle,
            CITIZEN,
            EMPLOYER,
            CASEWORKER,
            VILLAGE_WORKER,
            WARDEN,
            ADMIN)
        .guarded(
            "POST /stall-bookings/{bookingId}/cancellation",
            cancelBooking::handle,
            CITIZEN,
            EMPLOYER,
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
