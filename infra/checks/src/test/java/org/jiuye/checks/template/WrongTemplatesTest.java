package org.jiuye.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiuye.template.TemplateException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule finds what is wrong in a small template, and finds nothing where nothing is. */
class WrongTemplatesTest {
  private static final String KEYS = "{dynamodb:LeadingKeys: ['" + SmallTemplate.ownKeys() + "']}";

  /** By rule what is written instead of what: each alone breaks it. */
  private static final Map<Rule, List<Wrong>> WRONGS =
      Map.ofEntries(
          Map.entry(
              Rule.DEFINITIONS_NAME_A_BEAN,
              List.of(
                  new Wrong("'" + SmallTemplate.definition() + "'", "nobody"),
                  new Wrong("SPRING_CLOUD_FUNCTION_DEFINITION", "DEFINITION"))),
          Map.entry(
              Rule.VARIABLES_READ_ARE_GIVEN,
              List.of(
                  new Wrong("          " + SmallTemplate.variable() + ":", "          OTHER:"))),
          Map.entry(
              Rule.VARIABLES_GIVEN_ARE_READ,
              List.of(
                  new Wrong("        Variables:", "        Variables:\n          UNREAD: 'x'"))),
          Map.entry(
              Rule.SOURCES_REPORT_WHAT_FAILED,
              List.of(
                  new Wrong("FunctionResponseTypes: [ReportBatchItemFailures]", "BatchSize: 5"))),
          Map.entry(
              Rule.VISIBILITY_OUTLASTS_SIX_TIMEOUTS,
              List.of(
                  new Wrong("VisibilityTimeout: 180", "VisibilityTimeout: 179"),
                  new Wrong("Timeout: 30", "Timeout: 31"))),
          Map.entry(
              Rule.QUEUES_HAVE_DEAD_LETTERS,
              List.of(
                  new Wrong(
                      "RedrivePolicy: {deadLetterTargetArn: !GetAtt DeadLetters.Arn,"
                          + " maxReceiveCount: 5}",
                      "DelaySeconds: 0"))),
          Map.entry(
              Rule.DEAD_LETTERS_RAISE_AN_ALARM,
              List.of(
                  new Wrong("!GetAtt DeadLetters.QueueName", "!GetAtt Queue.QueueName"),
                  new Wrong("NumberOfMessagesVisible", "AgeOfOldestMessage"),
                  new Wrong("Threshold: 0", "Threshold: 10"))),
          Map.entry(
              Rule.ROLES_NAME_ACTIONS_AND_RESOURCES,
              List.of(
                  new Wrong("dynamodb:PutItem", "'dynamodb:*'"),
                  new Wrong("dynamodb:PutItem", "'*'"),
                  new Wrong("dynamodb:PutItem", "'dynamodb:Put*'"),
                  new Wrong("Resource: !GetAtt Table.Arn", "Resource: '*'"))),
          Map.entry(
              Rule.ROLES_KEEP_TO_THEIR_KEYS,
              List.of(
                  new Wrong(KEYS, "{dynamodb:LeadingKeys: ['OTHERS#*']}"),
                  new Wrong(KEYS, "{dynamodb:LeadingKeys: ['COUNTY#*']}"),
                  new Wrong(KEYS, "{dynamodb:LeadingKeys: ['IDEMPOTENCY#others#*']}"),
                  new Wrong(KEYS, "{dynamodb:LeadingKeys: ['*']}"))),
          Map.entry(
              Rule.TABLE_STATEMENTS_STOP_SCANS,
              List.of(
                  new Wrong("'Null': {dynamodb:LeadingKeys: 'false'}", ""),
                  new Wrong("LeadingKeys: 'false'", "LeadingKeys: 'true'"),
                  new Wrong("ForAllValues:StringLike: " + KEYS, ""),
                  new Wrong("dynamodb:PutItem", "dynamodb:Scan"))),
          Map.entry(
              Rule.LOGS_HAVE_AN_END,
              List.of(
                  new Wrong("RetentionInDays: 30", ""),
                  new Wrong("LoggingConfig: {LogGroup: !Ref FunctionLogs}", ""))),
          Map.entry(
              Rule.ROUTES_ARE_GUARDED_OR_MARKED_PUBLIC,
              List.of(
                  new Wrong("DefaultAuthorizer: Jwt", ""),
                  new Wrong("ApiId: !Ref Api", "ApiId: !Ref OpenApi"))),
          Map.entry(
              Rule.NAMES_FIT_EVERY_PARTITION,
              List.of(
                  new Wrong("Default: green", "Default: 'arn:aws:sns:x'"),
                  new Wrong("Default: green", "Default: 'https://sqs.amazonaws.com'"),
                  new Wrong("Default: green", "Default: us-east-1"))),
          Map.entry(
              Rule.DEFAULTS_ARE_NO_SECRETS,
              List.of(
                  new Wrong("Default: green", "Default: green, NoEcho: true"),
                  new Wrong("Colour", "Password"),
                  new Wrong("Default: green", "Default: AKIAIOSFODNN7EXAMPLE"),
                  new Wrong(
                      "Default: green", "Default: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"))));

  /** What who reads the template refuses by itself, and in which words. */
  private static final Map<Rule, String> REFUSED =
      Map.of(Rule.ROUTES_ARE_GUARDED_OR_MARKED_PUBLIC, "uthorizer");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Rule.class)
  void nothingIsFoundWhereNothingIsWrong(Rule rule) {
    assertThat(rule.brokenBy(Subject.read(write(SmallTemplate.text())))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatIsWrongIsFoundBy(Rule rule) {
    for (Wrong wrong : Objects.requireNonNull(WRONGS.get(rule))) {
      assertThat(found(rule, wrong.in(SmallTemplate.text()))).as(wrong.toString()).isNotEmpty();
    }
  }

  private List<String> found(Rule rule, String text) {
    try {
      return rule.brokenBy(Subject.read(write(text)));
    } catch (TemplateException refusal) {
      assertThat(REFUSED).as(refusal.getMessage()).containsKey(rule);
      assertThat(refusal).hasMessageContaining(REFUSED.get(rule));
      return List.of(String.valueOf(refusal.getMessage()));
    }
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("template.yaml"), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is written in a template instead of something else. */
  private record Wrong(String right, String wrong) {
    String in(String template) {
      assertThat(template).contains(right);
      return template.replace(right, wrong);
    }
  }
}
