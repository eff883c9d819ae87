package org.jiuye.notification;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.QueueFunction;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Messages;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.identity.Role;
import org.jiuye.shared.invocation.RuntimeConfiguration;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.TableConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

/**
 * The front door: {@code notificationQueue} fills the inboxes, {@code notificationHttp} opens them
 * to whom they belong, whatever the role.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({RuntimeConfiguration.class, TableConfiguration.class, HttpConfiguration.class})
public class NotificationFunctions {
  private static final Role[] EVERYBODY = Role.values();

  public static void main(String[] arguments) {
    SpringApplication.run(NotificationFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> notificationQueue(NoticeStore store) {
    // The directory is kept for a minute of real time, whatever the county's clock says.
    CaseworkerDirectory directory = new CaseworkerDirectory(store, InstantSource.system());
    return new QueueFunction(new NotifyRecipients(store, directory));
  }

  @Bean
  Function<Message<InputStream>, byte[]> notificationHttp(
      Routes notificationRoutes, Callers callers) {
    return new HttpFunction(
        notificationRoutes, callers, new Messages("org.jiuye.notification.problems"));
  }

  @Bean
  Routes notificationRoutes(NoticeStore store, CountyTime time) {
    NoticeTexts texts = new NoticeTexts();
    ListNotifications listNotifications = new ListNotifications(store, texts);
    ReadNotification readNotification = new ReadNotification(store, texts, time);
    return Routes.builder()
        .guarded("GET /notifications", listNotifications::list, Role.CITIZEN, EVERYBODY)
        .guarded(
            "POST /notifications/{notificationId}/read",
            readNotification::read,
            Role.CITIZEN,
            EVERYBODY)
        .build();
  }

  @Bean
  NoticeStore noticeStore(Table table, Items items) {
    return new NoticeStore(table, items);
  }
}
