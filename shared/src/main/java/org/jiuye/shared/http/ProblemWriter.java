package org.jiuye.shared.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.problem.FieldError;
import org.jiuye.shared.problem.ProblemException;
import org.jiuye.shared.text.Language;
import org.jiuye.shared.text.Messages;

/** Writes problems after RFC 9457, in the language of the caller. */
final class ProblemWriter {
  private final Messages messages;

  ProblemWriter(Messages messages) {
    this.messages = messages;
  }

  HttpResponse write(ProblemException problem, Language language, String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:jiuye:problem:" + problem.code());
    body.put("title", text(language, problem.code()));
    body.put("status", problem.status());
    messages.find(language, problem.code() + ".detail").ifPresent(text -> body.put("detail", text));
    body.put("instance", "urn:jiuye:request:" + requestId);
    body.put("code", problem.code());
    if (!problem.errors().isEmpty()) {
      body.put("errors", errors(problem.errors(), language));
    }
    body.putAll(problem.extensions());
    HttpResponse response =
        new HttpResponse(problem.status(), Map.of(), Optional.of(body))
            .header("content-type", "application/problem+json; charset=utf-8")
            .header("content-language", language.tag());
    return problem
        .retryAfter()
        .map(time -> response.header("retry-after", Long.toString(Math.max(1, time.toSeconds()))))
        .orElse(response);
  }

  private List<Map<String, Object>> errors(List<FieldError> errors, Language language) {
    return errors.stream()
        .map(
            error -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put(error.place().field(), error.name());
              entry.put("code", error.code());
              entry.put("detail", text(language, error.code()));
              return entry;
            })
        .toList();
  }

  /** The code itself where its text is missing: that is no reason to answer something else. */
  private String text(Language language, String key) {
    return messages.find(language, key).orElse(key);
  }
}
