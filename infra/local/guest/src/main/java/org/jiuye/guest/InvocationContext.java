package org.jiuye.guest;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's context of one invocation, read from what the cloud hands over: {@code awsRequestId},
 * {@code functionName}, {@code functionVersion}, {@code invokedFunctionArn}, {@code
 * memoryLimitInMB}, {@code logGroupName}, {@code logStreamName} and {@code deadline} (an instant of
 * real time).
 */
final class InvocationContext implements Context {

  private final Map<String, String> values;
  private final Instant deadline;

  InvocationContext(Map<String, String> values) {
    this.values = values;
    this.deadline = Instant.parse(value("deadline"));
  }

  private String value(String key) {
    return Objects.requireNonNull(values.get(key), key);
  }

  @Override
  public String getAwsRequestId() {
    return value("awsRequestId");
  }

  @Override
  public String getLogGroupName() {
    return value("logGroupName");
  }

  @Override
  public String getLogStreamName() {
    return value("logStreamName");
  }

  @Override
  public String getFunctionName() {
    return value("functionName");
  }

  @Override
  public String getFunctionVersion() {
    return value("functionVersion");
  }

  @Override
  public String getInvokedFunctionArn() {
    return value("invokedFunctionArn");
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return Integer.parseInt(value("memoryLimitInMB"));
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        System.out.println(message);
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
