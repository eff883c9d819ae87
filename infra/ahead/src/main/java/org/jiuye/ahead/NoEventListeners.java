package org.jiuye.ahead;

import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.support.RegisteredBean;

/** Leaves out the search for methods that listen to Spring's events: no function has one. */
final class NoEventListeners implements BeanRegistrationExcludeFilter {
  private static final String PACKAGE = "org.springframework.context.event.";

  @Override
  public boolean isExcludedFromAotProcessing(RegisteredBean bean) {
    return bean.getBeanName().startsWith(PACKAGE);
  }
}
