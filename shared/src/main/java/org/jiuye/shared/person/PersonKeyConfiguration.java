package org.jiuye.shared.person;

import java.nio.file.Path;
import org.jiuye.shared.aws.AwsConnection;
import org.jiuye.shared.table.Table;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The persons' keys, for functions whose role has {@code KEY#*}. The key above them is KMS's at
 * {@code PERSON_KEY_ARN}; where the property {@code jiuye.person-key-file} is set (on one machine)
 * it is the one in that file.
 */
@Configuration(proxyBeanMethods = false)
public class PersonKeyConfiguration {
  @Bean
  PersonCipher personCipher(Table table, Environment environment) {
    return new PersonCipher(new PersonKeys(table, wrapper(environment), System::nanoTime));
  }

  private static KeyWrapper wrapper(Environment environment) {
    String file = environment.getProperty("jiuye.person-key-file");
    return file == null ? inKms(environment) : FileKeyWrapper.read(Path.of(file));
  }

  private static KeyWrapper inKms(Environment environment) {
    return new KmsKeyWrapper(
        new KmsRequests(AwsConnection.of(environment)),
        environment.getRequiredProperty("PERSON_KEY_ARN"));
  }
}
