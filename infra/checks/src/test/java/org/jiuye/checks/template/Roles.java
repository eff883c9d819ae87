package org.jiuye.checks.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.checks.contract.FunctionModule;
import org.jiuye.template.LambdaFunction;
import org.jiuye.template.PolicyStatement;

/** Roles: a function may do what it needs, to what its capability owns. */
final class Roles {
  private static final String KEYS = "dynamodb:LeadingKeys";
  private static final String TABLE_ACTION = "dynamodb:";
  private static final Pattern PREFIX = Pattern.compile("([A-Z]+#)\\*");
  private static final Pattern IDEMPOTENCY = Pattern.compile("IDEMPOTENCY#([a-z-]+)#\\*");

  /** Everybody reads these; the seed loader and the registry write them. */
  private static final Set<String> COMMON = Set.of("COUNTY#", "ACCOUNT#");

  private static final Set<String> READS =
      Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
  private static final String REGISTRY = "person-registry";

  /** Personal data: the exchange of the ledger needs the names. */
  private static final Map<String, Set<String>> TWO_OWNERS =
      Map.of("PERSON#", Set.of(REGISTRY, "ledger-exchange"));

  /**
   * Persons' keys: who seals makes and reads them, by the code of shared; what is gone stays gone,
   * so the registry alone changes or removes one.
   */
  private static final String PERSONS_KEYS = "KEY#";

  private static final Set<String> SEALS = Set.of("dynamodb:GetItem", "dynamodb:PutItem");

  private static final List<String> NEVER =
      List.of("dynamodb:Scan", "dynamodb:PartiQL", "dynamodb:ExecuteStatement");

  private Roles() {}

  static List<String> nameActionsAndResources(Subject subject) {
    return each(
        subject,
        (_, statement) ->
            Stream.concat(statement.actions().stream(), statement.resources().stream())
                .filter(name -> name.contains("*"))
                .map(name -> "allows " + name));
  }

  static List<String> stopScans(Subject subject) {
    return each(
        subject,
        (_, statement) -> {
          List<String> broken = new ArrayList<>();
          statement.actions().stream()
              .filter(action -> NEVER.stream().anyMatch(action::startsWith))
              .forEach(action -> broken.add("allows " + action));
          if (isOfTable(statement) && !stopsWithoutKeys(statement)) {
            broken.add("lets through what names no key");
          }
          return broken.stream();
        });
  }

  static List<String> keepToTheirKeys(Subject subject) {
    Map<String, Set<String>> owners = new TreeMap<>();
    List<String> broken =
        new ArrayList<>(
            each(
                subject,
                (function, statement) ->
                    isOfTable(statement)
                        ? keys(statement).stream()
                            .filter(key -> !isOwn(capability(function), statement, key, owners))
                            .map(key -> "reaches " + key)
                        : Stream.of()));
    owners.forEach(
        (prefix, capabilities) -> {
          if (capabilities.size() > 1
              && !TWO_OWNERS.getOrDefault(prefix, Set.of()).containsAll(capabilities)) {
            broken.add(prefix + " belongs to " + capabilities);
          }
        });
    return broken;
  }

  private static boolean isOwn(
      Path capability, PolicyStatement statement, String key, Map<String, Set<String>> owners) {
    String name = String.valueOf(capability.getFileName());
    Matcher idempotency = IDEMPOTENCY.matcher(key);
    if (idempotency.matches()) {
      return idempotency.group(1).equals(name);
    }
    Matcher prefix = PREFIX.matcher(key);
    if (!prefix.matches()) {
      return false;
    }
    if (COMMON.contains(prefix.group(1))) {
      return READS.containsAll(statement.actions()) || name.equals(REGISTRY);
    }
    if (prefix.group(1).equals(PERSONS_KEYS)) {
      return (SEALS.containsAll(statement.actions()) || name.equals(REGISTRY))
          && says(capability, "PersonKeyConfiguration.class");
    }
    owners.computeIfAbsent(prefix.group(1), _ -> new TreeSet<>()).add(name);
    return makesKeys(capability, prefix.group(1));
  }

  /** Whether the capability's own code makes such keys. */
  private static boolean makesKeys(Path capability, String prefix) {
    return says(capability, "\"" + prefix);
  }

  private static boolean says(Path capability, String words) {
    return Repository.files(capability.resolve("src/main/java"), ".java").stream()
        .anyMatch(source -> Repository.text(source).contains(words));
  }

  private static Path capability(LambdaFunction function) {
    return FunctionModule.of(function).folder();
  }

  /** Reading a stream needs no key: there is none. */
  private static boolean isOfTable(PolicyStatement statement) {
    return statement.resources().stream().anyMatch(resource -> !resource.contains("/stream/"))
        && statement.actions().stream().anyMatch(action -> action.startsWith(TABLE_ACTION));
  }

  /** A condition on keys holds for a request without any, unless there must be some. */
  private static boolean stopsWithoutKeys(PolicyStatement statement) {
    boolean mustNameSome =
        statement
            .conditions()
            .getOrDefault("Null", Map.of())
            .getOrDefault(KEYS, List.of())
            .equals(List.of("false"));
    return mustNameSome && !keys(statement).isEmpty();
  }

  private static List<String> keys(PolicyStatement statement) {
    return Stream.of("ForAllValues:StringLike", "ForAllValues:StringEquals")
        .flatMap(
            operator ->
                statement
                    .conditions()
                    .getOrDefault(operator, Map.of())
                    .getOrDefault(KEYS, List.of())
                    .stream())
        .toList();
  }

  private static List<String> each(
      Subject subject, BiFunction<LambdaFunction, PolicyStatement, Stream<String>> broken) {
    List<String> found = new ArrayList<>();
    for (LambdaFunction function : subject.template().functions()) {
      for (PolicyStatement statement : function.statements()) {
        if (statement.effect().equals("Allow")) {
          broken
              .apply(function, statement)
              .map(words -> "%s, %s: %s".formatted(function.logicalId(), statement.sid(), words))
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
