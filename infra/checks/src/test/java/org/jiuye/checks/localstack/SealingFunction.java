package org.jiuye.checks.localstack;

import java.util.Map;
import org.jiuye.shared.person.PersonCipher;
import org.jiuye.shared.person.PersonKeyConfiguration;
import org.jiuye.shared.table.TableConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Seals and opens as a function does that has just started, under the key of a deployed stack. */
final class SealingFunction implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  SealingFunction(DeployedStack stack) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "function",
                Map.of(
                    "AWS_REGION", LocalStack.REGION.id(),
                    "TABLE_NAME", stack.template().tables().getFirst().name(),
                    "PERSON_KEY_ARN", stack.personKeyArn(),
                    "jiuye.endpoint", stack.endpoint().toString(),
                    "jiuye.access-key-id", "test",
                    "jiuye.secret-access-key", "test")));
    context.register(TableConfiguration.class, PersonKeyConfiguration.class);
    context.refresh();
  }

  PersonCipher cipher() {
    return context.getBean(PersonCipher.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
