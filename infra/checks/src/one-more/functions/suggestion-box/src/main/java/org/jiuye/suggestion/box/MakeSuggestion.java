package org.jiuye.suggestion.box;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.http.Idempotency;
import org.jiuye.shared.identity.Caller;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.table.Attempt;
import org.jiuye.suggestion.box.model.Suggestion;
import org.jiuye.suggestion.box.model.Topic;

/** {@code POST /suggestions}: puts a suggestion into the box. */
final class MakeSuggestion {
  private static final Pattern TOPIC = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

  private final SuggestionStore store;
  private final Idempotency idempotency;
  private final CountyTime time;

  MakeSuggestion(SuggestionStore store, Idempotency idempotency, CountyTime time) {
    this.store = store;
    this.idempotency = idempotency;
    this.time = time;
  }

  HttpResponse handle(HttpRequest request, Caller caller) {
    String topic = request.readBody(fields -> fields.text("topic", TOPIC));
    return idempotency.once(
        request,
        caller,
        201,
        attempt -> created(make(topic, caller, attempt)),
        suggestionId -> created(store.get(suggestionId)));
  }

  private Suggestion make(String code, Caller caller, Attempt attempt) {
    Topic topic =
        store.topics().stream()
            .filter(known -> known.topic().equals(code))
            .findAny()
            .orElseThrow(() -> ProblemException.of(409, "topic-unknown"));
    Suggestion suggestion =
        Suggestion.open(UUID.randomUUID().toString(), topic, caller.personId(), time.now());
    store.open(suggestion, topic, attempt.record(suggestion.suggestionId()));
    return suggestion;
  }

  private static HttpResponse created(Suggestion suggestion) {
    return HttpResponse.created(
        "/suggestions/" + suggestion.suggestionId(), SuggestionView.of(suggestion));
  }
}
