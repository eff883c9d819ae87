package org.jiuye.notification;

import java.io.InputStream;
import java.time.InstantSource;
import java.util.function.Function;
import org.jiuye.notification.delivery.CaseworkerDirectory;
import org.jiuye.notification.delivery.CaseworkerStore;
import org.jiuye.notification.delivery.DeliverNotices;
import org.jiuye.notification.delivery.NoticesFile;
import org.jiuye.notification.inbox.InboxStore;
import org.jiuye.notification.inbox.ListNotifications;
import org.jiuye.notification.inbox.ReadNotification;
import org.jiuye.notification.inbox.Words;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.event.QueueFunction;
import org.jiuye.shared.http.HttpConfiguration;
import org.jiuye.shared.http.HttpFunction;
import org.jiuye.shared.http.Routes;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.identity.Role;
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

/**
 * The front door: {@code notificationQueue} fills the inboxes, {@code notificationHttp} opens each
 * to the person it belongs to, whatever the role.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({RuntimeConfiguration.class, TableConfiguration.class, HttpConfiguration.class})
public class NotificationFunctions {
  private static final Role[] EVERYBODY = Role.values();

  public static void main(String[] arguments) {
    SpringApplication.run(NotificationFunctions.class, arguments);
  }

  @Bean
  Function<Message<InputStream>, byte[]> notificationQueue(
      InboxStore inboxes, CaseworkerStore caseworkers) {
    // The directory is kept for a minute of real time, whatever the county's clock says.
    CaseworkerDirectory directory = new CaseworkerDirectory(caseworkers, InstantSource.system());
    return new QueueFunction(new DeliverNotices(NoticesFile.read(), inboxes, directory));
  }

  @Bean
  Function<Message<InputStream>, byte[]> notificationHttp(
      Routes notificationRoutes, Callers callers) {
    return new HttpFunction(
        notificationRoutes, callers, new Messages("org.jiuye.notification.problems"));
  }

  @Bean
  Routes notificationRoutes(InboxStore inboxes, CountyTime time) {
    Words words = Words.read();
    ListNotifications listNotifications = new ListNotifications(inboxes, words);
    ReadNotification readNotification = new ReadNotification(inboxes, words, time);
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
  InboxStore inboxStore(Table table, Items items) {
    return new InboxStore(table, items);
  }

  @Bean
  CaseworkerStore caseworkerStore(Table table, Items items) {
    return new CaseworkerStore(table, items);
  }
}
