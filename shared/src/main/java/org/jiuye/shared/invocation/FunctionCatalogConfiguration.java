package org.jiuye.shared.invocation;

import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.FunctionProperties;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.json.JsonMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Spring Cloud Function's catalog with the one function that this deployment runs. It replaces the
 * auto-configuration, which makes the start longer for things that functions of raw bytes must not
 * have: conversion of events, routing by headers, and a search for further functions.
 */
@Configuration(proxyBeanMethods = false)
class FunctionCatalogConfiguration {
  @Bean
  FunctionCatalog functionCatalog(
      BeanFactory beans, NoConversion noConversion, Environment environment) {
    String name = environment.getRequiredProperty(FunctionProperties.FUNCTION_DEFINITION);
    RawFunctions catalog = new RawFunctions(noConversion);
    catalog.register(
        new FunctionRegistration<>(beans.getBean(name, Function.class), name)
            .type(ResolvableType.forClass(InvocationFunction.class).as(Function.class).getType()));
    return catalog;
  }

  /** This is also the {@link JsonMapper} that Spring Cloud Function's invoker asks for. */
  @Bean
  NoConversion noConversion() {
    return new NoConversion();
  }
}
