package org.jiuye.template;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what the cloud would refuse once the resources are seen together. */
final class ReferenceChecks {

  private final CloudTemplate template;

  ReferenceChecks(CloudTemplate template) {
    this.template = template;
  }

  void check() {
    for (Queue queue : template.queues()) {
      queue
          .redrive()
          .ifPresent(
              redrive ->
                  queue(redrive.deadLetterQueueArn(), place(queue.logicalId(), "RedrivePolicy")));
    }
    Set<String> routes = new HashSet<>();
    for (LambdaFunction function : template.functions()) {
      function.routes().forEach(route -> checkRoute(function, route, routes));
      function.queueSources().forEach(source -> checkSource(function, source));
      function.streamSources().forEach(source -> checkSource(function, source));
      function
          .schedules()
          .forEach(
              schedule ->
                  schedule
                      .deadLetterArn()
                      .ifPresent(arn -> queue(arn, event(function, schedule.eventName()))));
      function
          .asyncInvocation()
          .onFailureArn()
          .ifPresent(arn -> queue(arn, place(function.logicalId(), "EventInvokeConfig")));
    }
  }

  private void checkRoute(LambdaFunction function, LambdaFunction.Route route, Set<String> routes) {
    Position position = event(function, route.name());
    if (!routes.add(route.apiLogicalId() + " " + route.routeKey())) {
      throw position.refuse("The route " + route.routeKey() + " leads to two functions");
    }
    boolean hasAuthorizer =
        template.apis().stream()
            .filter(api -> api.logicalId().equals(route.apiLogicalId()))
            .anyMatch(api -> api.authorizer().isPresent());
    if (!route.isPublic() && !hasAuthorizer) {
      throw position.refuse(
          "The API has no authorizer: the route is public, and must say Auth: {Authorizer: NONE}");
    }
  }

  private void checkSource(LambdaFunction function, LambdaFunction.QueueSource source) {
    Position position = event(function, source.eventName());
    Duration visibility = queue(source.queueArn(), position).visibilityTimeout();
    if (visibility.compareTo(function.timeout()) < 0) {
      throw position.refuse("The queue's VisibilityTimeout is shorter than the function's Timeout");
    }
  }

  private void checkSource(LambdaFunction function, LambdaFunction.StreamSource source) {
    Position position = event(function, source.eventName());
    boolean isKnown =
        template.tables().stream()
            .filter(table -> table.streamViewType().isPresent())
            .anyMatch(table -> source.streamArn().contains(":table/" + table.name() + "/stream/"));
    if (!isKnown) {
      throw position.refuse("No table of this template has the stream " + source.streamArn());
    }
    source.onFailureArn().ifPresent(arn -> queue(arn, position));
  }

  private Queue queue(String arn, Position position) {
    Optional<Queue> found =
        template.queues().stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    return found.orElseThrow(() -> position.refuse("No queue of this template has the ARN " + arn));
  }

  private Position event(LambdaFunction function, String eventName) {
    return position(List.of(function.logicalId(), "Properties", "Events", eventName));
  }

  private Position place(String logicalId, String property) {
    return position(List.of(logicalId, "Properties", property));
  }

  private Position position(List<String> path) {
    TemplateNode.Mapping node = template.resources().get(path.getFirst());
    if (node == null) {
      throw new IllegalArgumentException("No resource " + path.getFirst());
    }
    for (String name : path.subList(1, path.size())) {
      node = node.mapping(name);
    }
    return node.position();
  }
}
