package org.jiuye.shared.invocation;

import org.jiuye.shared.calendar.ClockConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.cloud.function.context.config.ContextFunctionCatalogAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * What every function runs on: Spring Cloud Function's catalog, named alone because the whole of
 * Spring Boot's auto-configuration would cost start-up, and the county's clock.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(ContextFunctionCatalogAutoConfiguration.class)
@Import(ClockConfiguration.class)
public class RuntimeConfiguration {}
