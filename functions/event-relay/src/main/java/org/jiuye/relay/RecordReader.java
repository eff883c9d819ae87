package org.jiuye.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jiuye.relay.model.QueueText;
import org.jiuye.relay.model.Reading;
import org.jiuye.relay.model.Reading.OutgoingEvent;
import org.jiuye.relay.model.Reading.Reason;
import org.jiuye.shared.event.Event;
import org.jiuye.shared.event.Outbox;
import org.jspecify.annotations.Nullable;

/** Finds the events of a write: those in the new image that were not in the old one. */
final class RecordReader {
  private static final Set<String> WRITES = Set.of("INSERT", "MODIFY");
  private static final String REMOVAL = "REMOVE";
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  Reading read(DynamodbStreamRecord record) {
    if (REMOVAL.equals(record.getEventName())) {
      // A deleted item has no events left: its last write told them.
      return new Reading.Told(List.of());
    }
    @Nullable StreamRecord change = record.getDynamodb();
    if (!WRITES.contains(String.valueOf(record.getEventName()))
        || change == null
        || change.getNewImage() == null) {
      return new Reading.Unreadable(Reason.UNKNOWN_SHAPE);
    }
    return read(change.getNewImage(), Optional.ofNullable(change.getOldImage()).orElseGet(Map::of));
  }

  private static Reading read(
      Map<String, AttributeValue> newImage, Map<String, AttributeValue> oldImage) {
    if (!newImage.containsKey(Outbox.ID) && !newImage.containsKey(Outbox.EVENTS)) {
      return new Reading.Told(List.of());
    }
    boolean toldBefore =
        Objects.equals(newImage.get(Outbox.ID), oldImage.get(Outbox.ID))
            && Objects.equals(newImage.get(Outbox.EVENTS), oldImage.get(Outbox.EVENTS));
    if (toldBefore) {
      return new Reading.Told(List.of());
    }
    List<AttributeValue> entries = entries(newImage);
    if (entries.isEmpty()) {
      return new Reading.Unreadable(Reason.NO_OUTBOX);
    }
    Set<String> told =
        entries(oldImage).stream()
            .map(entry -> text(entry, Outbox.EVENT_ID))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    List<OutgoingEvent> events = new ArrayList<>();
    for (AttributeValue entry : entries) {
      Optional<String> id = text(entry, Outbox.EVENT_ID);
      if (id.isPresent() && told.contains(id.get())) {
        continue;
      }
      Optional<OutgoingEvent> event = id.flatMap(known -> event(known, entry));
      if (event.isEmpty()) {
        return new Reading.Unreadable(Reason.NOT_AN_EVENT);
      }
      if (!QueueText.isSendable(event.get().json())) {
        return new Reading.Unreadable(Reason.UNSENDABLE_TEXT);
      }
      events.add(event.get());
    }
    return new Reading.Told(events);
  }

  /** The event of an entry; empty where it is not an event, or not the one that the entry names. */
  private static Optional<OutgoingEvent> event(String id, AttributeValue entry) {
    String type = text(entry, Outbox.EVENT_TYPE).orElse("");
    String json = text(entry, Outbox.EVENT_JSON).orElse("");
    return parse(json)
        .filter(event -> event.id().equals(id) && event.type().equals(type))
        .filter(event -> TYPE.matcher(event.type()).matches())
        .map(event -> new OutgoingEvent(type, json));
  }

  private static Optional<Event> parse(String json) {
    try {
      return Optional.of(Event.read(json));
    } catch (IllegalArgumentException notAnEvent) {
      return Optional.empty();
    }
  }

  private static List<AttributeValue> entries(Map<String, AttributeValue> image) {
    AttributeValue outbox = image.get(Outbox.EVENTS);
    return outbox == null || outbox.getL() == null ? List.of() : outbox.getL();
  }

  private static Optional<String> text(@Nullable AttributeValue entry, String field) {
    return Optional.ofNullable(entry)
        .map(AttributeValue::getM)
        .map(map -> map.get(field))
        .map(AttributeValue::getS)
        .filter(text -> !text.isEmpty());
  }
}
