package org.jiuye.suggestion.box;

import java.util.Optional;
import org.jiuye.shared.http.HttpRequest;
import org.jiuye.shared.http.HttpResponse;
import org.jiuye.shared.table.Page;
import org.jiuye.suggestion.box.model.Topic;

/** {@code GET /suggestion-topics}: what suggestions can be about, in the reader's language. */
final class ListTopics {
  private final SuggestionStore store;

  ListTopics(SuggestionStore store) {
    this.store = store;
  }

  record TopicView(String topic, String name) {}

  HttpResponse handle(HttpRequest request) {
    String language = request.language().tag();
    return HttpResponse.ok(
        new Page<>(
            store.topics().stream().map(topic -> view(topic, language)).toList(),
            Optional.empty()));
  }

  private static TopicView view(Topic topic, String language) {
    return new TopicView(topic.topic(), topic.name().getOrDefault(language, topic.topic()));
  }
}
