package org.jiuye.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a template declares with its nested stacks, evaluated: parameters, conditions and references
 * are replaced by their values. The order of every list is the template's. What a nested stack
 * declares is called by the stack's name and its own: {@code StallBooking} and {@code HttpFunction}
 * make {@code StallBookingHttpFunction}.
 *
 * @param parameters every parameter's value by name
 * @param outputs every output's value by name
 * @param resources every resource, evaluated, by its name, with the places where things stand
 * @param document the root template, evaluated
 */
public record CloudTemplate(
    Map<String, String> parameters,
    List<Table> tables,
    List<Queue> queues,
    List<KmsKey> keys,
    List<HttpApi> apis,
    List<LambdaFunction> functions,
    List<Permission> permissions,
    List<NestedStack> stacks,
    Map<String, String> outputs,
    Map<String, TemplateNode.Mapping> resources,
    TemplateNode.Mapping document) {

  /**
   * A stack that another template declares.
   *
   * @param file that template
   * @param document the template, evaluated
   */
  public record NestedStack(String logicalId, Path file, TemplateNode.Mapping document) {}

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
