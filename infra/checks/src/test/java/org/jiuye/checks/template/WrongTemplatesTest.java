package org.jiuye.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jiuye.template.TemplateException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule finds what is wrong in a small template, and finds nothing where nothing is. */
class WrongTemplatesTest {
  private static final String ROOT = "template.yaml";
  private static final String KEYS = "{dynamodb:LeadingKeys: ['" + SmallTemplate.ownKeys() + "']}";

  private static final String VARIABLES = "        Variables:\n";
  private static final String EVENTS = "      Events:\n";
  private static final String ROUTE =
      "        R%d: {Type: HttpApi, Properties: {ApiId: !Ref Api, Method: GET, Path:"
          + " /things/%<d}}\n";

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
              List.of(new Wrong(VARIABLES, VARIABLES + "          UNREAD: 'x'\n"))),
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
                  new Wrong("Default: green", "Default: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b"),
                  new Wrong(VARIABLES, VARIABLES + "          KEY: 'x'\n"),
                  new Wrong(
                      VARIABLES, VARIABLES + "          OTHER: '{{resolve:secretsmanager:x}}'\n"))),
          Map.entry(
              Rule.STACKS_HOLD_THEIR_RESOURCES,
              List.of(
                  new Wrong(
                      "  Queue:\n", many(500, "  L%d: {Type: AWS::SNS::Topic}\n", "  Queue:\n")))),
          Map.entry(
              Rule.APIS_HOLD_THEIR_INTEGRATIONS,
              List.of(new Wrong(EVENTS, many(300, ROUTE, EVENTS)))),
          Map.entry(
              Rule.RESOURCE_POLICIES_FIT, List.of(new Wrong(EVENTS, many(60, ROUTE, EVENTS)))),
          Map.entry(
              Rule.INLINE_POLICIES_FIT,
              List.of(new Wrong("Sid: OwnData", "Sid: " + "x".repeat(10_240)))),
          Map.entry(
              Rule.TEMPLATES_FIT,
              List.of(
                  new Wrong("Parameters:\n", "# " + "x".repeat(51_200) + "\nParameters:\n"),
                  Wrong.inChild("Resources:\n", "# " + "x".repeat(51_200) + "\nResources:\n"))),
          Map.entry(
              Rule.VARIABLES_FIT,
              List.of(
                  new Wrong(VARIABLES, VARIABLES + "          LONG: " + "x".repeat(3_072) + "\n"))),
          Map.entry(
              Rule.NOTHING_IS_RESERVED_UNASKED,
              List.of(
                  new Wrong(
                      "      Timeout: 30",
                      "      Timeout: 30\n      ReservedConcurrentExecutions: 1"))),
          Map.entry(
              Rule.DATA_OUTLIVES_ITS_STACK,
              List.of(
                  new Wrong("RetainExceptOnCreate", "Retain"),
                  new Wrong("UpdateReplacePolicy: Retain", "UpdateReplacePolicy: Delete"),
                  new Wrong(
                      "DeletionProtectionEnabled: false", "DeletionProtectionEnabled: true"))),
          Map.entry(
              Rule.DATA_STANDS_IN_THE_COUNTY,
              List.of(Wrong.inChild("AWS::SNS::Topic", "AWS::KMS::Key"))),
          Map.entry(
              Rule.CAPABILITIES_KNOW_NO_API,
              List.of(
                  Wrong.inChild("AWS::SNS::Topic", "AWS::Serverless::HttpApi"),
                  Wrong.inChild("AWS::SNS::Topic", "AWS::SNS::Topic, Metadata: {Type: HttpApi}"))),
          Map.entry(Rule.GLOBALS_ARE_ALIKE, List.of(Wrong.inChild("Timeout: 20", "Timeout: 21"))),
          Map.entry(
              Rule.PACKAGES_ARE_NOT_BUILT_AGAIN,
              List.of(
                  new Wrong("SkipBuild: true", "SkipBuild: false"),
                  new Wrong("    Metadata: {SkipBuild: true}\n", ""))),
          Map.entry(
              Rule.ISSUERS_ARE_URLS,
              List.of(
                  new Wrong(", AllowedPattern: 'https://.+'", ""),
                  new Wrong("'https://.+'", "'https?://.+'"))),
          Map.entry(
              Rule.ORIGINS_HAVE_NO_DEFAULT,
              List.of(
                  new Wrong(
                      "{Type: CommaDelimitedList}", "{Type: CommaDelimitedList, Default: '*'}"),
                  new Wrong("Default: green", "Default: 'https://jiuye.example'"))),
          Map.entry(
              Rule.DOCUMENTS_ARE_TAKEN_WHOLE,
              List.of(new Wrong("FailOnWarnings: true", "FailOnWarnings: false"))),
          Map.entry(
              Rule.SCHEDULES_SHARE_A_ROLE,
              List.of(
                  new Wrong("OmitName: true", "Name: daily"),
                  new Wrong("            RoleArn: !GetAtt Scheduler.Arn\n", ""),
                  new Wrong(
                      "RoleArn: !GetAtt Scheduler.Arn\n"
                          + "            ScheduleExpression: rate(1 hour)",
                      "RoleArn: 'arn:other'\n            ScheduleExpression: rate(1 hour)"),
                  new Wrong("Resource: !GetAtt Function.Arn", "Resource: 'arn:other'"),
                  new Wrong("Resource: !GetAtt DeadLetters.Arn", "Resource: 'arn:other'"),
                  new Wrong("lambda:InvokeFunction", "lambda:GetFunction"))),
          Map.entry(
              Rule.FUNCTIONS_RAISE_ALARMS,
              List.of(
                  new Wrong("MetricName: Errors", "MetricName: Invocations"),
                  new Wrong("MetricName: Throttles", "MetricName: Invocations"),
                  new Wrong("MetricName: IteratorAge", "MetricName: Invocations"),
                  new Wrong(
                      "{Name: FunctionName, Value: !Ref Function}",
                      "{Name: FunctionName, Value: other}"))),
          Map.entry(
              Rule.APIS_RAISE_ALARMS,
              List.of(
                  new Wrong("5xx", "4xx"), new Wrong("Value: !Ref OpenApi", "Value: !Ref Api"))),
          Map.entry(
              Rule.WAITING_MESSAGES_RAISE_AN_ALARM,
              List.of(new Wrong("ApproximateAgeOfOldestMessage", "NumberOfMessagesSent"))),
          Map.entry(
              Rule.ALARMS_CALL_SOMEBODY,
              List.of(new Wrong("      AlarmActions: [!Ref Called]\n", ""))),
          Map.entry(
              Rule.ACCESS_IS_LOGGED,
              List.of(
                  new Wrong("$context.requestTime", ""),
                  new Wrong("$context.identity.sourceIp", ""),
                  new Wrong("$context.identity.userAgent", ""))));

  /** What who reads the template refuses by itself, and in which words. */
  private static final Map<Rule, String> REFUSED =
      Map.of(
          Rule.ROUTES_ARE_GUARDED_OR_MARKED_PUBLIC, "uthorizer",
          Rule.DEFAULTS_ARE_NO_SECRETS, "dynamic reference");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Rule.class)
  void nothingIsFoundWhereNothingIsWrong(Rule rule) {
    assertThat(rule.brokenBy(Subject.read(write(SmallTemplate.files())))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void whatIsWrongIsFoundBy(Rule rule) {
    for (Wrong wrong : Objects.requireNonNull(WRONGS.get(rule))) {
      assertThat(found(rule, wrong.in(SmallTemplate.files()))).as(wrong.toString()).isNotEmpty();
    }
  }

  private List<String> found(Rule rule, Map<String, String> files) {
    try {
      return rule.brokenBy(Subject.read(write(files)));
    } catch (TemplateException refusal) {
      assertThat(REFUSED).as(refusal.getMessage()).containsKey(rule);
      assertThat(refusal).hasMessageContaining(REFUSED.get(rule));
      return List.of(String.valueOf(refusal.getMessage()));
    }
  }

  private Path write(Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Files.writeString(folder.resolve(name), text);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
    return folder.resolve(ROOT);
  }

  /** So many lines before another text. */
  private static String many(int count, String line, String text) {
    StringBuilder all = new StringBuilder();
    IntStream.range(0, count).forEach(number -> all.append(line.formatted(number)));
    return text.equals(EVENTS) ? text + all : all + text;
  }

  /** What is written in a template instead of something else. */
  private record Wrong(String file, String right, String wrong) {
    Wrong(String right, String wrong) {
      this(ROOT, right, wrong);
    }

    /** The same in a nested stack's template. */
    static Wrong inChild(String right, String wrong) {
      return new Wrong(SmallTemplate.CHILD, right, wrong);
    }

    Map<String, String> in(Map<String, String> files) {
      String text = Objects.requireNonNull(files.get(file));
      assertThat(text).contains(right);
      Map<String, String> changed = new HashMap<>(files);
      changed.put(file, text.replace(right, wrong));
      return changed;
    }
  }
}
