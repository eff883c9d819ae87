package org.jiuye.notification.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.notification.inbox.model.Notification;
import org.jiuye.notification.inbox.model.NotificationId;
import org.jiuye.shared.table.Expression;
import org.jiuye.shared.table.Items;
import org.jiuye.shared.table.Key;
import org.jiuye.shared.table.Page;
import org.jiuye.shared.table.PageRequest;
import org.jiuye.shared.table.Query;
import org.jiuye.shared.table.Slice;
import org.jiuye.shared.table.Table;
import org.jiuye.shared.table.Verdict;
import org.jiuye.shared.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The inboxes: one partition a person, in the order of what happened. An old event that comes late
 * takes its own place there and changes nothing newer.
 */
public final class InboxStore {
  /** Sorts as time does: one zone, one width. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Table table;
  private final Items items;

  public InboxStore(Table table, Items items) {
    this.table = table;
    this.items = items;
  }

  /**
   * Puts a notification into its recipient's inbox, once.
   *
   * @return false where it is there already, read or not
   */
  public boolean put(Notification notification) {
    Key key = key(notification.recipientId(), idOf(notification));
    return table.write(Write.create(key, items.encode(notification))).isWritten();
  }

  /** A page of an inbox, newest first. */
  Page<Notification> list(String recipientId, PageRequest page) {
    // One more than asked for tells whether there is a next page.
    Query query = Query.of(partition(recipientId)).descending().limit(page.limit() + 1);
    Slice slice = table.query(page.after().map(query::after).orElse(query));
    boolean more = slice.items().size() > page.limit();
    List<Map<String, AttributeValue>> shown =
        more ? slice.items().subList(0, page.limit()) : slice.items();
    return Page.of(
        shown.stream().map(this::decode).toList(),
        more ? Optional.of(Key.of(shown.getLast()).sort()) : slice.lastSort());
  }

  /** A notification of a recipient, as it stands. */
  Optional<Placed> find(String recipientId, NotificationId id) {
    Key key = key(recipientId, id);
    return table.getConsistent(key).map(item -> new Placed(key, decode(item)));
  }

  /** A notification in its place. */
  record Placed(Key key, Notification notification) {}

  /**
   * Marks a notification as read unless it is.
   *
   * @return the notification, read now or before; empty where there is none
   */
  Optional<Notification> markRead(Placed placed, Instant readAt) {
    Verdict verdict =
        table.write(
            Write.update(
                placed.key(),
                Expression.of("SET #state = :read, readAt = :readAt")
                    .name("#state", "state")
                    .value(":read", Notification.State.READ.name())
                    .value(":readAt", readAt.toString()),
                Expression.of("attribute_exists(pk) AND attribute_not_exists(readAt)")));
    return verdict.isWritten()
        ? Optional.of(placed.notification().read(readAt))
        : verdict.obstacle().map(this::decode);
  }

  private Notification decode(Map<String, AttributeValue> item) {
    return items.decode(item, Notification.class);
  }

  private static Key key(String recipientId, NotificationId id) {
    return new Key(partition(recipientId), TIME.format(id.time()) + "#" + id.text());
  }

  private static String partition(String recipientId) {
    return "NOTICE#INBOX#" + recipientId;
  }

  private static NotificationId idOf(Notification notification) {
    return NotificationId.parse(notification.notificationId())
        .orElseThrow(() -> new IllegalStateException("A notification without a proper id"));
  }
}
