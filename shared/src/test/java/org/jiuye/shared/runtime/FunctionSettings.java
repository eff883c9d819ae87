package org.jiuye.shared.runtime;

import java.util.HashMap;
import java.util.Map;

/** The settings that template.yaml gives each trigger's function, and those that Lambda adds. */
final class FunctionSettings {
  private static final Map<String, Object> LAMBDA =
      Map.of(
          "AWS_REGION", "cn-north-1",
          "AWS_LAMBDA_FUNCTION_NAME", "jiuye-Sample",
          "_HANDLER",
              "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest");

  private FunctionSettings() {}

  static Map<String, Object> http() {
    return with(
        "sampleHttp",
        Map.of(
            "TABLE_NAME", "jiuye-Table",
            "ROLE_CLAIM", "role",
            "DIVISIONS_CLAIM", "divisions",
            "IDEMPOTENCY_KEY_ARN", "arn:aws-cn:kms:cn-north-1:000000000000:key/1"));
  }

  static Map<String, Object> schedule() {
    return with("sampleSchedule", Map.of("TABLE_NAME", "jiuye-Table"));
  }

  static Map<String, Object> queue() {
    return with("sampleQueue", Map.of());
  }

  private static Map<String, Object> with(String function, Map<String, Object> own) {
    Map<String, Object> settings = new HashMap<>(LAMBDA);
    settings.put("spring.cloud.function.definition", function);
    settings.putAll(own);
    return settings;
  }
}
