package org.jiuye.stall;

import java.io.InputStream;
import java.util.function.Function;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.Messages;
import org.jiuye.shared.http.RequestHashKeys;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
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
  Function<Message<InputStream>, byte[]> stallBookingSchedule(NightRoutes night) {
    return new ScheduleFunction(night.tasks());
  }

  @Bean
  Routes routes(
      NightRoutes night,
      Table table,
      Items items,
      RequestHashKeys requestHashKeys,
      CountyTime time) {
    Idempotency idempotency = new Idempotency(table, "stall-booking", requestHashKeys);
    Routes.Builder routes = Routes.builder();
    night.addTo(routes, idempotency);
    ActingEmployer acting = new ActingEmployer(new EmployerStore(table, items));
    new FrontageRoutes(night.catalog(), new FrontageStore(table, items), acting, idempotency, time)
        .addTo(routes);
    return routes.build();
  }

  @Bean
  NightRoutes nightRoutes(Table table, Items items, CountyTime time) {
    return new NightRoutes(table, items, time);
  }
}
