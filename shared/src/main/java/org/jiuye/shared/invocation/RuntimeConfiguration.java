package org.jiuye.shared.invocation;

import org.jiuye.shared.calendar.ClockConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The basis of every function: Spring Cloud Function's catalog and the county's clock. */
@Configuration(proxyBeanMethods = false)
@Import({FunctionCatalogConfiguration.class, ClockConfiguration.class})
public class RuntimeConfiguration {
  @Bean
  MessageSource messageSource() {
    return new NoMessages();
  }
}
