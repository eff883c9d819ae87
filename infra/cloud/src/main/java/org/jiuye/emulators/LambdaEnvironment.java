package org.jiuye.emulators;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.TemplateNode;

/** The variables that Lambda itself gives a function. */
final class LambdaEnvironment {

  private static final DateTimeFormatter STREAM_DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  private LambdaEnvironment() {}

  static Map<String, String> of(
      LambdaFunction function, String region, TemplateNode.Mapping resource) {
    String day = LocalDate.now(ZoneOffset.UTC).format(STREAM_DAY);
    String instance = UUID.randomUUID().toString().replace("-", "");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_REGION", region);
    variables.put("AWS_DEFAULT_REGION", region);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memorySize()));
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", logGroup(function, resource));
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", day + "/[$LATEST]" + instance);
    logging(resource, "LogFormat")
        .ifPresent(format -> variables.put("AWS_LAMBDA_LOG_FORMAT", format));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("_HANDLER", function.handler());
    variables.put("LAMBDA_TASK_ROOT", function.codeUri().toString());
    variables.put("TZ", ":UTC");
    return variables;
  }

  private static String logGroup(LambdaFunction function, TemplateNode.Mapping resource) {
    return logging(resource, "LogGroup").orElse("/aws/lambda/" + function.name());
  }

  private static Optional<String> logging(TemplateNode.Mapping resource, String key) {
    return resource
        .mapping("Properties")
        .mapping("LoggingConfig")
        .get(key)
        .filter(TemplateNode.Scalar.class::isInstance)
        .map(node -> ((TemplateNode.Scalar) node).text());
  }
}
