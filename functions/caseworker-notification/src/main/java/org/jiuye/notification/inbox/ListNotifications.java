package org.jiuye.notification.inbox;

import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.text.Language;

/** Shows the caller's inbox, newest first, in the caller's language. */
public final class ListNotifications {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;

  private final InboxStore store;
  private final Words words;

  public ListNotifications(InboxStore store, Words words) {
    this.store = store;
    this.words = words;
  }

  public HttpResponse list(HttpRequest request, Caller caller) {
    PageRequest asked =
        request.readParameters(parameters -> parameters.page(USUAL_LIMIT, MOST_LIMIT));
    Page<Notification> page = store.list(caller.personId(), asked);
    Language language = request.language();
    return HttpResponse.ok(
            new Page<>(
                page.items().stream()
                    .map(notification -> NotificationView.of(notification, words, language))
                    .toList(),
                page.nextCursor()))
        .header("content-language", language.tag());
  }
}
