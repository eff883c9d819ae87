package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuye.shared.table.Key;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.TemplateNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What CloudFormation makes of the template is what the template says. */
@OnLocalStack
@TestInstance(Lifecycle.PER_CLASS)
class DeployedStackTest {
  private final DeployedStack stack;
  private final CloudTemplate template;
  private final Made made;

  DeployedStackTest(LocalStack localStack) {
    this.made = new Made(localStack);
    this.stack = DeployedStack.deploy(localStack);
    this.template = stack.template();
  }

  @Test
  void everyResourceIsThereOrNamedAsLeftOut() {
    Set<String> declared =
        template.resources().keySet().stream()
            .filter(logicalId -> !isLeftOut(logicalId))
            .collect(Collectors.toSet());
    assertThat(stack.resources()).containsKeys(declared.toArray(String[]::new));
    assertThat(stack.resources().values())
        .allSatisfy(
            resource -> {
              assertThat(resource.status()).isEqualTo(CloudFormation.COMPLETE);
              assertThat(resource.physicalId()).isNotEmpty();
            });
  }

  @Test
  void tablesHaveTheirKeysStreamAndTimeToLive() {
    assertThat(template.tables()).isNotEmpty().allSatisfy(made::isAsDeclared);
  }

  @Test
  void queuesHaveTheirTimesAndDeadLetters() {
    assertThat(template.queues()).isNotEmpty().allSatisfy(made::isAsDeclared);
  }

  @Test
  void schedulesHaveTheirTimesInputAndDeadLetters() {
    assertThat(template.functions().stream().filter(function -> !function.schedules().isEmpty()))
        .isNotEmpty()
        .allSatisfy(
            function ->
                assertThat(function.schedules())
                    .allSatisfy(
                        schedule ->
                            made.isAsDeclared(
                                function, stack.physicalName(schedule.name()), schedule)));
  }

  @Test
  void alarmsWatchWhatTheTemplateSays() {
    List<String> alarms =
        template.resources().keySet().stream()
            .filter(logicalId -> type(logicalId).equals("AWS::CloudWatch::Alarm"))
            .toList();
    assertThat(alarms)
        .isNotEmpty()
        .allSatisfy(
            logicalId ->
                made.isAlarmAsDeclared(
                    stack.physicalName(logicalId),
                    Objects.requireNonNull(template.resources().get(logicalId))));
  }

  @Test
  void itsKeyOpensThePersonsDataKeyForThatPersonAlone() {
    Key item = new Key("TEST#sealed", "ITEM");
    String sealed;
    try (SealingFunction function = new SealingFunction(stack)) {
      sealed = function.cipher().seal("person-1", item, "facts", "text");
      function.cipher().seal("person-2", item, "facts", "text");
    }
    try (SealingFunction function = new SealingFunction(stack)) {
      assertThat(function.cipher().open("person-1", item, "facts", sealed)).isEqualTo("text");
      function.giveDataKey("person-1", "person-2");
    }
    try (SealingFunction function = new SealingFunction(stack)) {
      assertThatExceptionOfType(AwsServiceException.class)
          .isThrownBy(() -> function.cipher().open("person-2", item, "facts", sealed))
          .satisfies(
              refusal ->
                  assertThat(refusal.awsErrorDetails().errorCode())
                      .isEqualTo("InvalidCiphertextException"));
    }
  }

  @Test
  void theBookingChainRunsOnItsTableAndQueues() throws Exception {
    new Elsewhere(stack.properties()).pass("org.jiuye.checks.chain.BookingChainTest");
  }

  private boolean isLeftOut(String logicalId) {
    String type = type(logicalId);
    // Of SAM's own types the transform makes others; nested stacks' resources stand in the one.
    return type.startsWith("AWS::Serverless::")
        || type.equals("AWS::CloudFormation::Stack")
        || LeftOut.TYPES.containsKey(type);
  }

  private String type(String logicalId) {
    TemplateNode type =
        Objects.requireNonNull(template.resources().get(logicalId)).get("Type").orElseThrow();
    return type instanceof TemplateNode.Scalar scalar ? scalar.text() : "";
  }
}
