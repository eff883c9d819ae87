package org.jiuye.checks.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.TemplateNode;

/** What others may see or reach, how long it is kept, and where it can be deployed. */
final class Openness {
  private static final Pattern OF_ONE_PARTITION =
      Pattern.compile(
          "arn:aws[a-z-]*:|\\bamazonaws\\.com|\\b(us|eu|ap|sa|ca|me|af|il|cn)(-gov)?-[a-z]+-[0-9]\\b");

  /** Services are called so in every partition. */
  private static final Pattern SERVICE =
      Pattern.compile("(apigateway|scheduler)\\.amazonaws\\.com");

  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(secret|passw|passphrase|token|credential|private|apikey|key$).*");

  /** Keys of accounts, private keys, tokens. */
  private static final Pattern SECRET_TEXT =
      Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b|-----BEGIN|\\beyJ[A-Za-z0-9_-]{10,}\\.");

  /** What nobody writes by hand. */
  private static final Pattern RANDOM_TEXT =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/_=-]{32,}");

  private Openness() {}

  static List<String> logsHaveAnEnd(Subject subject) {
    List<String> broken = new ArrayList<>();
    Set<String> ending = new HashSet<>();
    subject
        .resources("AWS::Logs::LogGroup")
        .forEach(
            group -> {
              if (Subject.text(group.getValue(), "RetentionInDays").isPresent()) {
                ending.add(group.getKey());
              } else {
                broken.add(group.getKey() + " keeps logs for ever");
              }
            });
    // Without a group of the template's own, the cloud makes one that keeps them for ever.
    subject
        .resources("AWS::Serverless::Function")
        .filter(
            function ->
                Subject.text(function.getValue().mapping("LoggingConfig"), "LogGroup")
                    .filter(name -> ending.stream().anyMatch(name::endsWith))
                    .isEmpty())
        .forEach(function -> broken.add(function.getKey() + " logs to no group with an end"));
    return broken;
  }

  static List<String> routesAreGuardedOrMarkedPublic(Subject subject) {
    List<String> broken = new ArrayList<>();
    for (LambdaFunction function : subject.template().functions()) {
      function.routes().stream()
          .filter(route -> !route.isPublic())
          .filter(
              route ->
                  subject.template().apis().stream()
                      .filter(api -> api.logicalId().equals(route.apiLogicalId()))
                      .allMatch(api -> api.authorizer().isEmpty()))
          .forEach(
              route -> broken.add(function.logicalId() + ": " + route.routeKey() + " is public"));
    }
    return broken;
  }

  static List<String> namesFitEveryPartition(Subject subject) {
    return subject.scalars().stream()
        .filter(text -> !SERVICE.matcher(text).matches())
        .filter(text -> OF_ONE_PARTITION.matcher(text).find())
        .map(text -> text + " names a partition or region")
        .toList();
  }

  static List<String> defaultsAreNoSecrets(Subject subject) {
    List<String> broken = new ArrayList<>();
    subject.scalars().stream()
        .filter(text -> SECRET_TEXT.matcher(text).find())
        .forEach(_ -> broken.add("A secret is written out"));
    TemplateNode.Mapping parameters = subject.template().document().mapping("Parameters");
    for (String name : parameters.entries().keySet()) {
      TemplateNode.Mapping parameter = parameters.mapping(name);
      boolean isHidden =
          SECRET_NAME.matcher(name).matches()
              || Subject.text(parameter, "NoEcho").equals(Optional.of("true"));
      Subject.text(parameter, "Default")
          .filter(text -> !text.isEmpty())
          .filter(text -> isHidden || RANDOM_TEXT.matcher(text).matches())
          .ifPresent(_ -> broken.add("The default of " + name + " is a secret"));
    }
    for (LambdaFunction function : subject.template().functions()) {
      function
          .environment()
          .forEach(
              (name, value) -> {
                if (SECRET_NAME.matcher(name).matches() || value.contains("{{resolve:")) {
                  broken.add(
                      function.logicalId()
                          + ": "
                          + name
                          + " is a secret that whoever reads the configuration reads");
                }
              });
    }
    return broken;
  }
}
