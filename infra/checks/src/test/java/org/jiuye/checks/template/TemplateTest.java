package org.jiuye.checks.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiuye.checks.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The template as it stands. A new resource is judged as soon as it is there. */
class TemplateTest {
  private static final Subject TEMPLATE = Subject.read(Repository.root().resolve("template.yaml"));

  @ParameterizedTest
  @EnumSource(Rule.class)
  void keeps(Rule rule) {
    assertThat(rule.brokenBy(TEMPLATE)).isEmpty();
  }
}
