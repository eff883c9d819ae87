package org.jiuye.shared.runtime;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The sample's functions with the settings of the one behind the API. */
@Configuration(proxyBeanMethods = false)
@Import(SampleFunctions.class)
@PropertySource("classpath:org/jiuye/shared/runtime/http-settings.properties")
public class InvokedFunctions {}
