package org.jiuye.stall;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.RequestHashKeys;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
import org.jiuye.shared.text.Messages;
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
  Function<Message<InputStream>, byte[]> stallBookingSchedule(StallRooms rooms) {
    return new ScheduleFunction(
        Map.of(
            "announce-sessions", rooms.night().announce(),
            "remind-holders", rooms.night().remind(),
            "settle-sessions", rooms.night().settle(),
            "sweep-waiting-lists", rooms.waitingList().sweep(),
            "withdraw-stalls", rooms.market().withdrawStalls()));
  }

  @Bean
  Routes routes(StallRooms rooms, Table table, RequestHashKeys requestHashKeys) {
    Idempotency idempotency = new Idempotency(table, "stall-booking", requestHashKeys);
    Routes.Builder routes = Routes.builder();
    rooms.site().addTo(routes);
    rooms.standing().addTo(routes, idempotency);
    rooms.vacancy().addTo(routes);
    rooms.employer().addTo(routes, idempotency, rooms.market().withdrawStalls()::withdraw);
    rooms.booking().addTo(routes, idempotency);
    rooms.waitingList().addTo(routes, idempotency);
    rooms.night().addTo(routes, idempotency);
    rooms.market().addTo(routes, idempotency);
    rooms.frontage().addTo(routes, idempotency);
    return routes.build();
  }

  @Bean
  StallRooms stallRooms(Table table, Items items, CountyTime time) {
    return StallRooms.of(table, items, time);
  }
}
