package org.jiuye.emulators.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jiuye.template.PolicyStatement;

/** What somebody may do: the statements of a role, decided as IAM decides them. */
public final class Role {

  private final List<Statement> statements;

  /** A role of these statements alone. */
  public Role(List<PolicyStatement> statements) {
    this.statements = statements.stream().map(Statement::of).toList();
  }

  /**
   * Finds what is refused: what no statement allows, and what one denies.
   *
   * @return the first refused request with the reason, empty when all may be done
   */
  public Optional<Refusal> findRefused(List<AccessRequest> requests) {
    return requests.stream().flatMap(request -> refuse(request).stream()).findFirst();
  }

  private Optional<Refusal> refuse(AccessRequest request) {
    if (statements.stream().anyMatch(each -> !each.allows() && each.covers(request))) {
      return Optional.of(new Refusal(request, "with an explicit deny in an identity-based policy"));
    }
    if (statements.stream().anyMatch(each -> each.allows() && each.covers(request))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            request,
            "because no identity-based policy allows the " + request.action() + " action"));
  }

  /** A request that may not be done, and why. */
  public record Refusal(AccessRequest request, String reason) {}

  private record Statement(
      boolean allows,
      List<Glob> actions,
      List<Glob> resources,
      List<Predicate<Map<String, List<String>>>> conditions) {

    static Statement of(PolicyStatement statement) {
      List<Predicate<Map<String, List<String>>>> conditions = new ArrayList<>();
      statement
          .conditions()
          .forEach(
              (operator, keys) ->
                  keys.forEach(
                      (key, values) -> conditions.add(Condition.of(operator, key, values))));
      return new Statement(
          statement.effect().equals("Allow"),
          statement.actions().stream().map(Glob::ignoringCase).toList(),
          statement.resources().stream().map(Glob::of).toList(),
          conditions);
    }

    boolean covers(AccessRequest request) {
      return actions.stream().anyMatch(action -> action.matches(request.action()))
          && resources.stream().anyMatch(resource -> resource.matches(request.resource()))
          && conditions.stream().allMatch(condition -> condition.test(request.context()));
    }
  }
}
