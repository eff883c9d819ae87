package org.jiuye.local.tour;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A capability's part of the tour, as its {@code tour.http} tells it.
 *
 * @param capability the name of its folder
 * @param intro what the file says of itself, before its first title
 * @param variables values by name ({@code @api = …}), not resolved yet
 * @param steps in the order in which they are walked
 */
public record TourFile(
    String capability, String intro, Map<String, String> variables, List<Step> steps) {

  /**
   * One title, with what stands under it.
   *
   * @param line where the title stands, from 1
   * @param note comments that are no terms, for the reader
   * @param request empty where the title opens a chapter
   */
  public record Step(int line, String title, String note, Optional<Request> request, Terms terms) {}

  /**
   * What is sent, not resolved yet.
   *
   * @param name under which later steps find the request and its answer; empty for no name
   * @param headers in the file's order
   * @param body empty for none
   */
  public record Request(
      String name, String method, String url, Map<String, String> headers, String body) {}

  /**
   * What the walker goes by.
   *
   * @param always walked even after a step has failed, to leave things as they were
   * @param eventually asked again until the answer is as expected
   * @param allPages a list is read to its end, and its pages are looked at as one
   * @param status the answer's status, empty for any below 400
   * @param expectations what the answer must hold
   * @param shown JSON paths of what is shown of the answer
   */
  public record Terms(
      boolean always,
      boolean eventually,
      boolean allPages,
      Optional<Integer> status,
      List<Expectation> expectations,
      List<String> shown) {}
}
