package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack takes parameters, gives outputs, and its resources have its name before their own. */
class NestedStacksTest {

  private static final String CHILD =
      """
      Parameters:
        QueueArns: {Type: CommaDelimitedList, Default: ''}
        Colour: {Type: String, Default: green}
      Resources:
        Queue: {Type: AWS::SQS::Queue}
        Function:
          Type: AWS::Serverless::Function
          Metadata: {SkipBuild: true}
          Properties:
            CodeUri: target/package
            Handler: h
            Runtime: java25
            Environment:
              Variables:
                COLOUR: !Ref Colour
                STACK: !Sub '${AWS::StackName} ${AWS::StackId}'
            Policies:
              - Statement: {Effect: Allow, Action: 'sqs:SendMessage', Resource: !Ref QueueArns}
            Events:
              Daily:
                Type: ScheduleV2
                Properties: {OmitName: true, ScheduleExpression: rate(1 day), Input: '{}'}
      Outputs:
        QueueArn: {Value: !GetAtt Queue.Arn}
        FunctionArn: {Value: !GetAtt Function.Arn}
      """;

  @TempDir private Path folder;

  @Test
  void stacksTakeEachOthersOutputsWhateverTheirOrder() {
    child("one", CHILD);
    child("two", CHILD);

    CloudTemplate template =
        read(
            """
            Resources:
              One:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: one/template.yaml
                  Parameters: {QueueArns: !Sub '${Two.Outputs.QueueArn},arn:x', Colour: red}
              Two:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: two/template.yaml}
            Outputs:
              Function: {Value: !GetAtt One.Outputs.FunctionArn}
            """);

    LambdaFunction function = template.function("OneFunction");
    assertThat(template.functions())
        .extracting(LambdaFunction::logicalId)
        .containsExactly("OneFunction", "TwoFunction");
    assertThat(function.codeUri()).isEqualTo(folder.resolve("one/target/package"));
    assertThat(function.statements().getFirst().resources())
        .containsExactly(template.queue("TwoQueue").arn(), "arn:x");
    assertThat(function.environment())
        .containsEntry("COLOUR", "red")
        .containsEntry(
            "STACK",
            "jiuye-One" + " arn:aws-cn:cloudformation:cn-north-1:000000000000:stack/jiuye-One/0");
    assertThat(function.schedules())
        .extracting(LambdaFunction.Schedule::name)
        .containsExactly("OneFunctionDaily");
    assertThat(template.function("TwoFunction").environment()).containsEntry("COLOUR", "green");
    assertThat(template.outputs()).containsEntry("Function", function.arn());
    assertThat(template.resources()).containsKeys("One", "OneQueue", "TwoFunction");
    assertThat(template.stacks())
        .extracting(CloudTemplate.NestedStack::file)
        .containsExactly(folder.resolve("one/template.yaml"), folder.resolve("two/template.yaml"));
  }

  @Test
  void whatDoesNotFitTogetherIsRefusedWhereItStands() {
    child("one", CHILD);

    assertRefused(
        stack("TemplateURL: one/other.yaml"), "template.yaml:5: TemplateURL: there is no file");
    assertRefused(stack("TemplateURL: https://x/y"), "TemplateURL must be a file beside");
    assertRefused(
        stack("TemplateURL: one/template.yaml, Parameters: {Size: 1}"),
        "One: Parameters: the property Size is not supported");
    assertRefused(
        stack("TemplateURL: one/template.yaml, Parameters: {Colour: [red]}"),
        "Colour must be a single value");
    assertRefused(
        stack("TemplateURL: one/template.yaml, Parameters: {Colour: !GetAtt One.Outputs.QueueArn}"),
        "The nested stack One depends on itself");
    assertRefused(
        stack("TemplateURL: one/template.yaml")
            + "Outputs: {O: {Value: !GetAtt One.Outputs.Nothing}}\n",
        "The nested stack One has no output Nothing");
    assertRefused(
        stack("TemplateURL: one/template.yaml") + "  OneQueue: {Type: AWS::SQS::Queue}\n",
        "Another stack's resource is called OneQueue, too");
  }

  @Test
  void aChildsFaultIsToldWithItsOwnFileAndLine() {
    child("one", "Resources:\n  R: {Type: AWS::S3::Bucket}\n");

    assertRefused(
        stack("TemplateURL: one/template.yaml"),
        folder + "/one/template.yaml:3: R: the type AWS::S3::Bucket is not supported");
  }

  private static String stack(String properties) {
    return """
    Resources:
      One:
        Type: AWS::CloudFormation::Stack
        Properties: {%s}
    """
        .formatted(properties);
  }

  private void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(reason);
  }

  private CloudTemplate read(String text) {
    return TemplateText.read(folder, text);
  }

  private void child(String name, String text) {
    try {
      Path file = Files.createDirectories(folder.resolve(name)).resolve("template.yaml");
      Files.write(file, List.of("Transform: AWS::Serverless-2016-10-31", text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
