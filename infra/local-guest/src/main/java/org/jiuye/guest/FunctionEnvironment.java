package org.jiuye.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Replaces the JVM's environment and system properties, which all functions of the cloud would
 * share, by exactly the function's own. Comes first, so that nothing reads the JVM's.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FunctionEnvironment implements EnvironmentPostProcessor {

  FunctionEnvironment() {}

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Hosting hosting = Hosting.current();
    if (hosting == null) {
      return;
    }
    MutablePropertySources sources = environment.getPropertySources();
    sources.replace(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new LinkedHashMap<>(hosting.environment())));
    sources.replace(
        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
        new MapPropertySource(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, new LinkedHashMap<>()));
    Map<String, Object> settings = new LinkedHashMap<>(hosting.settings());
    // The cloud closes the context itself, once the running invocations have ended.
    settings.put("spring.main.register-shutdown-hook", "false");
    settings.put("logging.register-shutdown-hook", "false");
    // Threads are called as the functions that they run.
    settings.put("logging.pattern.console", "%d{HH:mm:ss.SSS} %-5level %t %logger{0} - %msg%n");
    sources.addFirst(new MapPropertySource("localCloud", settings));
  }
}
