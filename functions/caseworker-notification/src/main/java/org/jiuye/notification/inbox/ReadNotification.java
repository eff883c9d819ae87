package org.jiuye.notification.inbox;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.notification.inbox.model.NotificationId;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Language;

/**
 * Marks a notification of the caller's as read. Done twice it changes nothing, the first time is
 * kept: so it needs no {@code Idempotency-Key}, and one that is sent does no harm.
 */
public final class ReadNotification {
  private final InboxStore store;
  private final Words words;
  private final CountyTime time;

  public ReadNotification(InboxStore store, Words words, CountyTime time) {
    this.store = store;
    this.words = words;
    this.time = time;
  }

  public HttpResponse read(HttpRequest request, Caller caller) {
    String id =
        request.readParameters(
            parameters -> parameters.path("notificationId", NotificationId.FORM));
    Notification read =
        NotificationId.parse(id)
            .flatMap(notificationId -> store.find(caller.personId(), notificationId))
            .flatMap(this::markRead)
            .orElseThrow(() -> ProblemException.of(404, "not-found"));
    Language language = request.language();
    return HttpResponse.ok(NotificationView.of(read, words, language))
        .header("content-language", language.tag());
  }

  private Optional<Notification> markRead(InboxStore.Placed placed) {
    return placed.notification().readAt().isPresent()
        ? Optional.of(placed.notification())
        : store.markRead(placed, time.now().truncatedTo(ChronoUnit.MILLIS));
  }
}
