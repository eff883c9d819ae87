package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

  private static final String TEMPLATE =
      """
      Parameters:
        Name: {Type: String, Default: julu}
        Ports: {Type: CommaDelimitedList, Default: 'a, b,c'}
      Mappings:
        ByRegion: {cn-north-1: {size: '7'}}
      Conditions:
        IsJulu: !Equals [!Ref Name, julu]
        IsOther: !Not [!Condition IsJulu]
        Both: !And [!Condition IsJulu, !Condition IsOther]
        Either: !Or [!Condition IsJulu, !Condition IsOther]
      Resources:
        Queue: {Type: AWS::SQS::Queue}
        Named: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${Name}-named'}}
        Absent: {Type: AWS::SQS::Queue, Condition: IsOther}
      Outputs:
        Value: {Value: %s}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "!Ref Name | julu",
        "{Ref: Name} | julu",
        "!Ref AWS::Region | cn-north-1",
        "!Ref AWS::Partition | aws-cn",
        "!Ref AWS::AccountId | 000000000000",
        "!Ref AWS::StackName | jiuye",
        "!Ref AWS::URLSuffix | amazonaws.com.cn",
        "!Ref Queue | http://127.0.0.1:9/000000000000/jiuye-Queue",
        "!Ref Named | http://127.0.0.1:9/000000000000/julu-named",
        "!GetAtt Queue.Arn | arn:aws-cn:sqs:cn-north-1:000000000000:jiuye-Queue",
        "{'Fn::GetAtt': [Queue, QueueName]} | jiuye-Queue",
        "!Sub '${Name} ${AWS::Region} ${Queue.QueueName} ${!Kept}'"
            + "| julu cn-north-1 jiuye-Queue ${Kept}",
        "!Sub ['${a}${Name}', {a: !Ref AWS::StackName}] | jiuyejulu",
        "!Join ['-', [a, !Ref Name]] | a-julu",
        "!Join ['', !Ref Ports] | abc",
        "!Select [1, !Ref Ports] | b",
        "!Select [0, !Split ['/', 'x/y']] | x",
        "!If [IsJulu, yes-it-is, no] | yes-it-is",
        "!If [IsOther, a, !If [Either, b, c]] | b",
        "!If [Both, a, b] | b",
        "!FindInMap [ByRegion, !Ref AWS::Region, size] | 7",
      })
  void aFunctionGivesItsValue(String expression, String expected) {
    assertThat(TemplateText.read(folder, TEMPLATE.formatted(expression)).outputs())
        .containsExactly(Map.entry("Value", expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "!Ref Nobody | There is no parameter and no resource Nobody",
        "!Ref Absent | There is no parameter and no resource Absent",
        "!GetAtt Queue.Colour | The attribute Colour of Queue (AWS::SQS::Queue) is not supported",
        "!GetAtt Nobody.Arn | There is no resource Nobody",
        "!ImportValue x | Fn::ImportValue is not supported",
        "!Base64 x | The function Fn::Base64 is not supported",
        "!Sub '${Nobody}' | There is no parameter and no resource Nobody",
        "!If [Nothing, a, b] | The template has no condition Nothing",
        "!If [IsJulu, a] | Fn::If needs a list of 3",
        "!Select [9, !Ref Ports] | Fn::Select has no item 9",
        "!FindInMap [ByRegion, mars, size] | Fn::FindInMap finds no mars",
        "!Ref AWS::NoValue | AWS::NoValue cannot stand here",
      })
  void aFunctionThatCanNotBeEvaluatedIsRefusedWithItsLine(String expression, String reason) {
    assertThatThrownBy(() -> TemplateText.read(folder, TEMPLATE.formatted(expression)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("template.yaml:17: ")
        .hasMessageContaining(reason);
  }

  @Test
  void aConditionThatDependsOnItselfIsRefused() {
    String text = "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\n";

    assertThatThrownBy(() -> TemplateText.read(folder, text + "Resources: {}\n"))
        .hasMessageContaining("depends on itself");
  }

  @Test
  void aResourceWhoseConditionFailsIsNotThere() {
    assertThat(TemplateText.read(folder, TEMPLATE.formatted("x")).queues())
        .extracting(Queue::logicalId)
        .containsExactly("Queue", "Named");
    assertThat(TemplateText.read(folder, TEMPLATE.formatted("x"), Map.of("Name", "other")).queues())
        .extracting(Queue::logicalId)
        .containsExactly("Queue", "Named", "Absent");
  }
}
