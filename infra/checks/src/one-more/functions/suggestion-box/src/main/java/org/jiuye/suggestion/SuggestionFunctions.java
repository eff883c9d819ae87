package org.jiuye.suggestion;

import java.io.InputStream;
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
import org.jiuye.suggestion.box.Box;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/** The front door of the suggestion box. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({RuntimeConfiguration.class, TableConfiguration.class, HttpConfiguration.class})
public class SuggestionFunctions {
  public static void main(String[] arguments) {
    SpringApplication.run(SuggestionFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> suggestionBoxHttp(Routes routes, Callers callers) {
    return new HttpFunction(routes, callers, new Messages("org.jiuye.suggestion.problems"));
  }

  @Bean
  Function<Message<InputStream>, byte[]> suggestionBoxSchedule(Box box) {
    return new ScheduleFunction(box.tasks());
  }

  @Bean
  Routes routes(Box box, Table table, RequestHashKeys requestHashKeys) {
    return box.routes(new Idempotency(table, "suggestion-box", requestHashKeys));
  }

  @Bean
  Box box(Table table, Items items, CountyTime time) {
    return new Box(table, items, time);
  }
}
