package org.jiuye.template;

import java.util.List;
import java.util.Map;

/**
 * What a template declares, evaluated: parameters, conditions and references are replaced by their
 * values. The order of every list is the template's.
 *
 * @param parameters every parameter's value by name
 * @param outputs every output's value by name
 * @param document the whole template, evaluated, with the places where things stand
 */
public record CloudTemplate(
    Map<String, String> parameters,
    List<Table> tables,
    List<Queue> queues,
    List<Secret> secrets,
    List<HttpApi> apis,
    List<LambdaFunction> functions,
    Map<String, String> outputs,
    TemplateNode.Mapping document) {

  /**
   * A function by its name in the template.
   *
   * @throws IllegalArgumentException when there is none
   */
  public LambdaFunction function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The template has no function " + logicalId));
  }

  /**
   * A queue by its name in the template.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Queue queue(String logicalId) {
    return queues.stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The template has no queue " + logicalId));
  }
}
