package org.jiuye.local.control;

import java.nio.file.Path;
import java.util.List;
import org.jiuye.local.http.HttpAnswer;
import org.jiuye.local.tour.TourFile;
import org.jiuye.local.tour.TourFile.Request;
import org.jiuye.local.tour.TourFile.Step;
import org.jiuye.local.tour.TourFile.Terms;
import org.jiuye.local.tour.TourReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the tour to readers, from the files that {@code infra/local/tour} walks. */
final class TourDesk {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path project;

  TourDesk(Path project) {
    this.project = project;
  }

  HttpAnswer show() {
    ArrayNode tours = JSON.createArrayNode();
    for (TourFile tour : read()) {
      ObjectNode shown = tours.addObject();
      shown.put("capability", tour.capability());
      shown.put("intro", tour.intro());
      ArrayNode steps = shown.putArray("steps");
      tour.steps().forEach(step -> show(step, steps.addObject()));
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.set("tours", tours);
    return HttpAnswer.json(200, answer);
  }

  private List<TourFile> read() {
    try {
      return TourReader.readAll(project);
    } catch (IllegalArgumentException problem) {
      throw new ProblemException(500, "tour-unreadable", String.valueOf(problem.getMessage()));
    }
  }

  private static void show(Step step, ObjectNode shown) {
    shown.put("title", step.title());
    shown.put("note", step.note());
    step.request().ifPresent(request -> show(request, shown.putObject("request")));
    Terms terms = step.terms();
    shown.put("eventually", terms.eventually());
    ArrayNode expected = shown.putArray("expected");
    terms.status().map(String::valueOf).ifPresent(expected::add);
    terms.expectations().forEach(expectation -> expected.add(expectation.toString()));
  }

  private static void show(Request request, ObjectNode shown) {
    shown.put("name", request.name());
    shown.put("method", request.method());
    shown.put("url", request.url());
    ObjectNode headers = shown.putObject("headers");
    request.headers().forEach(headers::put);
    shown.put("body", request.body());
  }
}
