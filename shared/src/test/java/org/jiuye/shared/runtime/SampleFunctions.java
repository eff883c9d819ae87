package org.jiuye.shared.runtime;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jiuye.shared.event.EventHandler;
import org.jiuye.shared.event.QueueFunction;
import org.jiuye.shared.event.ScheduleFunction;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.http.RequestHashKeys;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.invocation.Deadline;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
import org.jiuye.shared.text.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** A capability as they all are: one function for each trigger. */
@Configuration(proxyBeanMethods = false)
@Import({RuntimeConfiguration.class, TableConfiguration.class, HttpConfiguration.class})
public class SampleFunctions {
  @Bean
  Idempotency idempotency(Table table, RequestHashKeys keys) {
    return new Idempotency(table, "test", keys);
  }

  @Bean
  Routes routes(Idempotency idempotency) {
    return Routes.builder()
        .open("GET /things", _ -> HttpResponse.ok(Map.of("items", "all")))
        .guarded(
            "POST /things",
            (request, caller) ->
                idempotency.once(
                    request,
                    caller,
                    200,
                    _ ->
                        HttpResponse.ok(
                            Map.of(
                                "account", caller.account(),
                                "role", caller.role().claim(),
                                "body", request.body(),
                                "millisLeft", Deadline.remaining().toMillis())),
                    HttpResponse::ok),
            Role.CITIZEN,
            Role.ADMIN)
        .build();
  }

  @Bean
  Function<Message<InputStream>, byte[]> sampleHttp(Routes routes, Callers callers) {
    return new HttpFunction(routes, callers, new Messages("org.jiuye.shared.http.problems"));
  }

  @Bean
  Function<Message<InputStream>, byte[]> sampleSchedule(Table table) {
    return new ScheduleFunction(Map.of("sample", (Instant time) -> Map.of("ran", time)));
  }

  @Bean
  Function<Message<InputStream>, byte[]> sampleQueue() {
    EventHandler nothing = _ -> {};
    return new QueueFunction(nothing);
  }
}
