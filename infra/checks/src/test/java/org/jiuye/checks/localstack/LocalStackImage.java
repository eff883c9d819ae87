package org.jiuye.checks.localstack;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** True where LocalStack's image is: tests do not pull it, because that takes minutes. */
final class LocalStackImage implements ExecutionCondition {
  private static final String DEFAULT = "localstack/localstack:4.14.0";
  private static final String REMEDY = "; infra/localstack/up gets it";

  /**
   * The image's name: of the system property {@code localstack.image}, of the variable {@code
   * LOCALSTACK_IMAGE}, or the last release that needs no token.
   */
  static String name() {
    return Optional.ofNullable(System.getProperty("localstack.image"))
        .or(() -> Optional.ofNullable(System.getenv("LOCALSTACK_IMAGE")))
        .filter(name -> !name.isBlank())
        .orElse(DEFAULT);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return skip(context, "no Docker engine" + REMEDY);
    }
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(name()).exec();
      return ConditionEvaluationResult.enabled(name() + " is here");
    } catch (NotFoundException _) {
      return skip(context, "no image " + name() + REMEDY);
    }
  }

  /** Says so where people read it: a build prints how many tests were skipped, but not why. */
  private static ConditionEvaluationResult skip(ExtensionContext context, String reason) {
    if (context.getTestMethod().isEmpty()) {
      System.err.println("SKIPPED: " + context.getDisplayName() + ": " + reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
