package org.jiuye.guest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Replaces the JVM's environment and system properties, which all functions of the cloud would
 * share, by exactly the function's own. Comes first, so that no bean reads the JVM's.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FunctionEnvironment
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  FunctionEnvironment() {}

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Hosting hosting = Hosting.current();
    if (hosting == null) {
      return;
    }
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
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
    sources.addFirst(new MapPropertySource("localCloud", settings));
  }
}
