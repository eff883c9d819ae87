package org.jiuye.loan.rules.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.shared.policy.Setting;

/**
 * What a rule makes of facts.
 *
 * @param applies false where nothing is asked that the rule is about, or the policy has it not
 * @param used the facts it looked at, by name
 * @param questions what would have to be told, where that is unknown
 * @param mends changes of which each would do, where it is not met; none where nothing can be done
 * @param unset the parameter that nobody could find, where that is what is unknown
 */
public record Finding(
    boolean applies,
    State state,
    Map<String, Object> used,
    List<Question> questions,
    List<Change> mends,
    Optional<Setting<?>> unset) {
  public Finding {
    used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
    questions = List.copyOf(questions);
    mends = List.copyOf(mends);
  }

  /** Nothing to judge. */
  public static Finding silent() {
    return new Finding(false, State.MET, Map.of(), List.of(), List.of(), Optional.empty());
  }

  /** Nobody could find whether there is such a condition at all: it is told, and not judged. */
  public static Finding silent(Setting<?> unset) {
    return new Finding(false, State.UNKNOWN, Map.of(), List.of(), List.of(), Optional.of(unset));
  }

  /** There is such a condition, but nobody could find where its limit is. */
  public static Finding unset(Setting<?> unset) {
    return new Finding(true, State.UNKNOWN, Map.of(), List.of(), List.of(), Optional.of(unset));
  }

  public static Finding met(Map<String, Object> used) {
    return of(State.MET, used, List.of(), List.of());
  }

  public static Finding notMet(Map<String, Object> used, List<Change> mends) {
    return of(State.NOT_MET, used, List.of(), mends);
  }

  public static Finding unknown(Map<String, Object> used, List<Question> questions) {
    return of(State.UNKNOWN, used, questions, List.of());
  }

  /** What is not of the state is left out. */
  public static Finding of(
      State state, Map<String, Object> used, List<Question> questions, List<Change> mends) {
    return new Finding(
        true,
        state,
        used,
        state == State.UNKNOWN ? questions : List.of(),
        state == State.NOT_MET ? mends : List.of(),
        Optional.empty());
  }
}
