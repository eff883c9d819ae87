package org.jiuye.shared.http;

import org.jiuye.shared.identity.Accounts;
import org.jiuye.shared.identity.Callers;
import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.key.KeyWrappers;
import org.jiuye.shared.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What HTTP functions share. */
@Configuration(proxyBeanMethods = false)
public class HttpConfiguration {
  @Bean
  Accounts accounts(Table table) {
    return new Accounts(table);
  }

  @Bean
  Callers callers(Accounts accounts, Environment environment) {
    return new Callers(
        accounts,
        environment.getRequiredProperty("ROLE_CLAIM"),
        environment.getRequiredProperty("DIVISIONS_CLAIM"));
  }

  @Bean
  RequestHashKeys requestHashKeys(Table table, Environment environment) {
    return new RequestHashKeys(
        new DataKeys(table, KeyWrappers.of(environment, "IDEMPOTENCY_KEY_ARN", "capability")));
  }
}
