package org.jiuye.shared.person;

import org.jiuye.shared.key.DataKeys;
import org.jiuye.shared.key.KeyWrappers;
import org.jiuye.shared.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Persons' keys, for functions whose role may use {@code KEY#*}. They are wrapped with the KMS key
 * at {@code PERSON_KEY_ARN}.
 */
@Configuration(proxyBeanMethods = false)
public class PersonKeyConfiguration {
  @Bean
  PersonCipher personCipher(Table table, Environment environment) {
    return new PersonCipher(
        new PersonKeys(
            new DataKeys(table, KeyWrappers.of(environment, "PERSON_KEY_ARN", "personId")),
            System::nanoTime));
  }
}
