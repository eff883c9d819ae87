package org.jiuye.loan.logic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.policy.Setting;

/**
 * The result of one rule.
 *
 * @param <F> the facts that were judged
 * @param applies false where the rule has nothing to judge, or the policy does not have it
 * @param used the facts that the rule looked at, by name
 * @param questions the facts that are missing, where the state is unknown
 * @param proposals changes, each of which would meet the rule, where it is not met; empty where
 *     nothing can be done
 * @param unset the parameter that nobody could find, where the state is unknown because of it
 */
public record Finding<F>(
    boolean applies,
    State state,
    Map<String, Object> used,
    List<Question<F>> questions,
    List<Change<F>> proposals,
    Optional<Setting<?>> unset) {
  public Finding {
    used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
    questions = List.copyOf(questions);
    proposals = List.copyOf(proposals);
  }

  /** The rule has nothing to judge. */
  public static <F> Finding<F> silent() {
    return new Finding<>(false, State.MET, Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** Nobody could find out whether the rule exists at all: this is reported, but not judged. */
  public static <F> Finding<F> silent(Setting<?> unset) {
    return new Finding<>(false, State.UNKNOWN, Map.of(), List.of(), List.of(), Optional.of(unset));
  }

  /** The rule exists, but nobody could find its limit. */
  public static <F> Finding<F> unset(Setting<?> unset) {
    return new Finding<>(true, State.UNKNOWN, Map.of(), List.of(), List.of(), Optional.of(unset));
  }

  public static <F> Finding<F> met(Map<String, Object> used) {
    return of(State.MET, used, List.of(), List.of());
  }

  public static <F> Finding<F> notMet(Map<String, Object> used, List<Change<F>> proposals) {
    return of(State.NOT_MET, used, List.of(), proposals);
  }

  public static <F> Finding<F> unknown(Map<String, Object> used, List<Question<F>> questions) {
    return of(State.UNKNOWN, used, questions, List.of());
  }

  /** A finding of a state; questions and proposals that do not belong to that state are dropped. */
  public static <F> Finding<F> of(
      State state,
      Map<String, Object> used,
      List<Question<F>> questions,
      List<Change<F>> proposals) {
    return new Finding<>(
        true,
        state,
        used,
        state == State.UNKNOWN ? questions : List.of(),
        state == State.NOT_MET ? proposals : List.of(),
        Optional.empty());
  }

  /** Whether the rule applies and is not met. */
  public boolean isFailed() {
    return applies && state == State.NOT_MET;
  }
}
