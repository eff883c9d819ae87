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
 * @param subject the thing that the rules are about, for example a product
 * @param version counting from 1, the oldest first
 * @param effectiveFrom the first day; empty where nobody knows it
 * @param effectiveTo the last day; empty while no end is known
 * @param undated why nobody knows since when it has been in force, by language tag; such a version
 *     is in force on no day
 * @param parameters by name; read them with {@link #setting}
 * @param source where the rules were found
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
      throw new IllegalArgumentException(
          policyId + " has either a first day or the reason why it has none");
    }
  }

  /** Whether it is in force on a day. */
  public boolean holdsOn(LocalDate day) {
    return effectiveFrom.filter(from -> !day.isBefore(from)).isPresent()
        && effectiveTo.filter(day::isAfter).isEmpty();
  }

  /** Whether this version has the parameter, even if it is unset. */
  public boolean has(String parameter) {
    return parameters.containsKey(parameter);
  }

  /** The names of all parameters. */
  public Collection<String> names() {
    return parameters.keySet();
  }

  /**
   * A parameter; {@link Setting#none} where the version does not have it.
   *
   * @throws IllegalStateException where the reader cannot read the value
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
      throw new IllegalStateException(
          policyId + ": " + name + " has a value of the wrong kind", misfit);
    }
  }
}
