package org.jiuye.shared.calendar;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that gives all county time. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {
  @Bean
  InstantSource countyClock() {
    return InstantSource.system();
  }

  @Bean
  CountyTime countyTime(InstantSource countyClock) {
    return new CountyTime(countyClock);
  }
}
