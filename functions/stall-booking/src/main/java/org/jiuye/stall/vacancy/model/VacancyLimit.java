package org.jiuye.stall.vacancy.model;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A limit that a vacancy must not have, as the seeds word it.
 *
 * @param ground what it goes by, for example {@code SEX}
 * @param who regular expression of those who are named
 * @param patterns regular expressions, in which {@code {who}} stands for it
 * @param law what forbids it, by language tag
 */
public record VacancyLimit(
    String limitId, String ground, String who, List<String> patterns, Map<String, String> law) {
  List<Pattern> compiled() {
    return patterns.stream()
        .map(pattern -> Pattern.compile(pattern.replace("{who}", who)))
        .toList();
  }
}
