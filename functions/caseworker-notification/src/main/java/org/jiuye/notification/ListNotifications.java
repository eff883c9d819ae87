package org.jiuye.notification;

import org.jiuye.notification.model.Notification;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Language;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;

/** Shows the caller's inbox, newest first, in the caller's language. */
final class ListNotifications {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;

  private final NoticeStore store;
  private final NoticeTexts texts;

  ListNotifications(NoticeStore store, NoticeTexts texts) {
    this.store = store;
    this.texts = texts;
  }

  HttpResponse list(HttpRequest request, Caller caller) {
    PageRequest asked =
        request.readParameters(parameters -> parameters.page(USUAL_LIMIT, MOST_LIMIT));
    Page<Notification> page = store.list(caller.personId(), asked);
    Language language = request.language();
    return HttpResponse.ok(
            new Page<>(
                page.items().stream()
                    .map(notification -> NotificationView.of(notification, texts, language))
                    .toList(),
                page.nextCursor()))
        .header("content-language", language.tag());
  }
}
