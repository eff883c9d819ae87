package org.jiuye.local.control;

import org.jiuye.local.lambda.FunctionRuntimes;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LambdaFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What runs: functions, routes, queues, schedules, the clock and who can be impersonated. */
final class StateReport {

  private static final JsonMapper JSON = new JsonMapper();

  private final CloudTemplate template;
  private final FunctionRuntimes functions;
  private final QueueDepths queues;
  private final ScheduleDesk schedules;
  private final ClockDesk clock;
  private final Caseworkers caseworkers;

  StateReport(
      CloudTemplate template,
      FunctionRuntimes functions,
      QueueDepths queues,
      ScheduleDesk schedules,
      ClockDesk clock,
      Caseworkers caseworkers) {
    this.template = template;
    this.functions = functions;
    this.queues = queues;
    this.schedules = schedules;
    this.clock = clock;
    this.caseworkers = caseworkers;
  }

  ObjectNode report() {
    ObjectNode report = JSON.createObjectNode();
    report.put("county", template.parameters().getOrDefault("CountyId", ""));
    report.set("clock", clock.state());
    ArrayNode functionList = report.putArray("functions");
    ArrayNode routeList = report.putArray("routes");
    for (LambdaFunction function : template.functions()) {
      describe(functionList.addObject(), function);
      for (LambdaFunction.Route route : function.routes()) {
        routeList
            .addObject()
            .put("routeKey", route.routeKey())
            .put("function", function.logicalId())
            .put("public", route.isPublic());
      }
    }
    report.set("queues", queues.list());
    report.set("schedules", schedules.list());
    report.set("caseworkers", caseworkers.list());
    return report;
  }

  private void describe(ObjectNode description, LambdaFunction function) {
    description.put("name", function.logicalId());
    description.put("state", functions.of(function.logicalId()).state().name());
    description.put("memoryMebibytes", function.memorySize());
    description.put("timeoutSeconds", function.timeout().toSeconds());
    ArrayNode triggers = description.putArray("triggers");
    function.routes().forEach(route -> triggers.add(route.routeKey()));
    function.queueSources().forEach(source -> triggers.add(lastPart(source.queueArn())));
    if (!function.streamSources().isEmpty()) {
      triggers.add("stream");
    }
    function.schedules().forEach(schedule -> triggers.add(schedule.name()));
  }

  private static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
