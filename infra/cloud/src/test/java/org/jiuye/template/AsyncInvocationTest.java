package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncInvocationTest {

  @TempDir private Path folder;

  private LambdaFunction.AsyncInvocation read(String properties) {
    return TemplateText.read(folder, TemplateText.function(properties))
        .function("F")
        .asyncInvocation();
  }

  @Test
  void withoutAWordEventsAreTriedAsLambdaTriesThem() {
    assertThat(read("Timeout: 3"))
        .isEqualTo(new LambdaFunction.AsyncInvocation(2, Duration.ofHours(6), Optional.empty()));
  }

  @Test
  void whatIsSaidIsRead() {
    assertThat(
            read(
                "EventInvokeConfig: {MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60,"
                    + " DestinationConfig: {OnFailure:"
                    + " {Type: SQS, Destination: !GetAtt Queue.Arn}}}"))
        .isEqualTo(
            new LambdaFunction.AsyncInvocation(
                0,
                Duration.ofMinutes(1),
                Optional.of("arn:aws-cn:sqs:cn-north-1:000000000000:jiuye-Queue")));
  }

  @Test
  void globalsAndTheFunctionsOwnWordsJoin() {
    String text =
        "Globals: {Function: {EventInvokeConfig:"
            + " {MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 60}}}\n"
            + TemplateText.function("EventInvokeConfig: {MaximumEventAgeInSeconds: 120}");

    assertThat(TemplateText.read(folder, text).function("F").asyncInvocation())
        .isEqualTo(new LambdaFunction.AsyncInvocation(1, Duration.ofMinutes(2), Optional.empty()));
  }
}
