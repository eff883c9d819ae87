package org.jiuye.shared.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jiuye.shared.calendar.CountyTime;
import org.jiuye.shared.http.Routes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

class StartUpTest {
  @SuppressWarnings("UnusedMethod") // JUnit calls it.
  private static Stream<Map<String, Object>> settings() {
    return Stream.of(
        FunctionSettings.http(), FunctionSettings.schedule(), FunctionSettings.queue());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void eachFunctionStartsWithTheSettingsOfItsOwn(Map<String, Object> settings) {
    try (ConfigurableApplicationContext context = start(settings)) {
      FunctionCatalog catalog = context.getBean(FunctionCatalog.class);
      Object function =
          catalog.lookup(
              context.getEnvironment().getProperty("spring.cloud.function.definition"),
              "application/json");

      assertThat(function).isNotNull();
    }
  }

  @Test
  void whatAFunctionNeedsAndHasNotFailsItsStart() {
    Map<String, Object> settings = new HashMap<>(FunctionSettings.http());
    settings.remove("IDEMPOTENCY_KEY_ARN");

    assertThatThrownBy(
            () -> {
              try (ConfigurableApplicationContext context = start(settings)) {
                context.getBean(FunctionCatalog.class).lookup("sampleHttp", "application/json");
              }
            })
        .hasStackTraceContaining("IDEMPOTENCY_KEY_ARN");
  }

  @Test
  void theRoutesAndTheClockAreBeans() {
    try (ConfigurableApplicationContext context = start(FunctionSettings.http())) {
      assertThat(context.getBean(Routes.class).keys())
          .containsExactly("GET /things", "POST /things");
      assertThat(context.getBean("countyClock", InstantSource.class).instant()).isNotNull();
      assertThat(context.getBean(CountyTime.class).today()).isNotNull();
    }
  }

  static ConfigurableApplicationContext start(Map<String, Object> settings) {
    StandardEnvironment environment =
        new StandardEnvironment() {
          @Override
          protected void customizePropertySources(MutablePropertySources sources) {
            sources.addFirst(new MapPropertySource("settings", settings));
          }
        };
    SpringApplication application =
        new SpringApplicationBuilder(SampleFunctions.class).environment(environment).build();
    return application.run();
  }
}
