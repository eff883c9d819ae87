package org.jiuye.shared.invocation;

import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.core.Ordered;

/**
 * Removes from the start of a Spring Boot application the parts that a function has no use for:
 * settings files, because settings are variables; the set-up of logging, because that is in
 * simplelogger.properties; conversions, because settings are texts; the search for methods that
 * listen to Spring's events, because there are none. Spring creates this listener before the
 * application's first step.
 */
final class FunctionStart implements SpringApplicationRunListener, Ordered {
  private static final String SPRING = "org.springframework.";
  private static final List<String> EVENT_LISTENING =
      List.of(
          AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME,
          AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME);

  FunctionStart(SpringApplication application, String[] arguments) {
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddConversionService(false);
    // A package holds several functions; a deployment runs one of them and has only its settings.
    application.setLazyInitialization(true);
    application.setListeners(
        application.getListeners().stream().filter(FunctionStart::isOurs).toList());
    List<ApplicationContextInitializer<?>> initializers =
        application.getInitializers().stream().filter(FunctionStart::isOurs).toList();
    application.setInitializers(initializers);
  }

  private static boolean isOurs(Object part) {
    return !part.getClass().getName().startsWith(SPRING);
  }

  @Override
  public void contextLoaded(ConfigurableApplicationContext context) {
    if (context.getBeanFactory() instanceof BeanDefinitionRegistry beans) {
      EVENT_LISTENING.stream()
          .filter(beans::containsBeanDefinition)
          .forEach(beans::removeBeanDefinition);
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
