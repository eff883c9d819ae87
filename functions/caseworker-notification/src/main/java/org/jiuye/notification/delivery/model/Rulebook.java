package org.jiuye.notification.delivery.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.notification.inbox.model.Message;
import org.jiuye.shared.event.Event;

/**
 * Which events give rise to which notices.
 *
 * @param rulesByType a type that nobody hears of has no rule, one that is not known has no entry
 */
public record Rulebook(Map<String, List<Rule>> rulesByType) {
  public Rulebook {
    rulesByType = Map.copyOf(rulesByType);
  }

  /**
   * The notices that an event gives rise to: first those to persons whom it names, then those to
   * people on duty.
   *
   * @return none where nobody hears of such events; empty where its type is not known
   * @throws IllegalArgumentException where the event does not hold what its type promises
   */
  public Optional<List<Notice>> notices(Event event) {
    return Optional.ofNullable(rulesByType.get(event.type()))
        .map(rules -> notices(rules, new EventData(event)));
  }

  private static List<Notice> notices(List<Rule> rules, EventData data) {
    List<Notice> toPersons = new ArrayList<>();
    List<Notice> toOnDuty = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.conditions().stream().allMatch(condition -> condition.holdsFor(data))) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        rule.fields().forEach(field -> parameters.put(field.name(), data.value(field)));
        Message message = new Message(rule.template(), rule.version(), parameters);
        switch (rule.audience()) {
          case Audience.Subject() ->
              toPersons.add(new Notice.ToPersons(List.of(data.personId()), message));
          case Audience.Named() ->
              toPersons.add(new Notice.ToPersons(data.recipientIds(), message));
          case Audience.OnDuty(String duty) ->
              toOnDuty.add(new Notice.ToOnDuty(duty, data.division(), message));
        }
      }
    }
    toPersons.addAll(toOnDuty);
    return toPersons;
  }
}
