package org.jiuye.shared.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One version of the rules on a subject.
 *
 * @param subject what they are about: a product, for example
 * @param version counting from 1 along the days
 * @param effectiveFrom the first day; empty where nobody knows it
 * @param effectiveTo the last day; empty while nothing ends it
 * @param undated why nobody knows since when it holds, by language tag; no day is judged by it
 * @param parameters by name; only to be read by {@link #setting}
 * @param source where all of it was found
 */
public record PolicyVersion(
    String policyId,
    String subject,
    int version,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveTo,
    Optional<Map<String, String>> undated,
    Map<String, Parameter> parameters,
    String source) {
  public PolicyVersion {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    if (effectiveFrom.isPresent() == undated.isPresent()) {
      throw new IllegalArgumentException(policyId + " has a first day, or the reason why not");
    }
  }

  /** Whether it is in force on a day. */
  public boolean holdsOn(LocalDate day) {
    return effectiveFrom.filter(from -> !day.isBefore(from)).isPresent()
        && effectiveTo.filter(day::isAfter).isEmpty();
  }

  /** Whether this version has such a parameter, be it unset. */
  public boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** The names of all parameters. */
  public Collection<String> names() {
    return parameters.keySet();
  }

  /**
   * A parameter's value, read by a reader; {@link Setting#none} where the version has none such.
   *
   * @throws IllegalStateException where the value is not what the reader takes
   */
  public <T> Setting<T> setting(String name, Function<JsonNode, T> reader) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      return Setting.none(name);
    }
    return new Setting<>(
        name,
        parameter.value().map(value -> read(name, value, reader)),
        parameter.unset(),
        parameter.documentId(),
        parameter.place());
  }

  private <T> T read(String name, JsonNode value, Function<JsonNode, T> reader) {
    try {
      return reader.apply(value);
    } catch (RuntimeException misfit) {
      throw new IllegalStateException(policyId + ": " + name + " is not what it must be", misfit);
    }
  }
}
