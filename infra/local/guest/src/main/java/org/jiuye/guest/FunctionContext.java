package org.jiuye.guest;

import java.time.InstantSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a function's Spring context the county's clock, and lets the cloud close the context. */
final class FunctionContext
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String COUNTY_CLOCK = "countyClock";

  FunctionContext() {}

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Hosting hosting = Hosting.current();
    if (hosting == null) {
      return;
    }
    hosting.opened(context);
    InstantSource clock = hosting.countyClock();
    context.addBeanFactoryPostProcessor(beans -> replaceClock(beans, clock));
  }

  private static void replaceClock(ConfigurableListableBeanFactory beans, InstantSource clock) {
    if (beans.containsBeanDefinition(COUNTY_CLOCK)) {
      ((BeanDefinitionRegistry) beans).removeBeanDefinition(COUNTY_CLOCK);
      beans.registerSingleton(COUNTY_CLOCK, clock);
    }
  }
}
