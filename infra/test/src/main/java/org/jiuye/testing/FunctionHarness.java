package org.jiuye.testing;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jiuye.emulators.EmulatedCloud;
import org.jiuye.shared.json.Json;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * One function of the template in its Spring context: it has the template's settings and no other,
 * its own key, and may do what its role allows.
 */
public final class FunctionHarness implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final Function<Message<InputStream>, byte[]> function;
  private final Duration timeout;

  private FunctionHarness(
      ConfigurableApplicationContext context,
      Function<Message<InputStream>, byte[]> function,
      Duration timeout) {
    this.context = context;
    this.function = function;
    this.timeout = timeout;
  }

  /**
   * Starts a function.
   *
   * @param logicalId its name in the template
   * @param configuration the front door of its package
   */
  public static FunctionHarness start(
      EmulatedCloud cloud, String logicalId, Class<?> configuration, InstantSource clock) {
    Map<String, String> settings = cloud.environmentOf(logicalId);
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(configuration)
            .web(WebApplicationType.NONE)
            .environment(new FunctionEnvironment(settings, cloud, logicalId))
            .properties("spring.main.allow-bean-definition-overriding=true")
            .initializers(
                (GenericApplicationContext started) ->
                    started.registerBean("countyClock", InstantSource.class, () -> clock))
            .run();
    String definition = settings.getOrDefault("SPRING_CLOUD_FUNCTION_DEFINITION", "");
    return new FunctionHarness(
        context, function(context, definition), cloud.template().function(logicalId).timeout());
  }

  /** Invokes the function with an event's bytes, as Lambda does. */
  public byte[] invoke(byte[] event) {
    return function.apply(
        MessageBuilder.withPayload((InputStream) new ByteArrayInputStream(event))
            .setHeader("aws-context", contextOfInvocation())
            .build());
  }

  /** Lambda's context; a function asks it only how much of its timeout is left. */
  private Context contextOfInvocation() {
    long end = System.nanoTime() + timeout.toNanos();
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> {
              if (method.getName().equals("getRemainingTimeInMillis")) {
                return (int) Duration.ofNanos(end - System.nanoTime()).toMillis();
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** Invokes the function with an event's JSON. */
  public byte[] invoke(String event) {
    return invoke(event.getBytes(StandardCharsets.UTF_8));
  }

  /** Calls a route of an HTTP function. */
  public HttpAnswer call(HttpCall call) {
    return HttpAnswer.of(Json.MAPPER.readTree(invoke(call.event())));
  }

  /** A bean of the function's context. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  @SuppressWarnings("unchecked") // Every function's bean has this one type.
  private static Function<Message<InputStream>, byte[]> function(
      ConfigurableApplicationContext context, String definition) {
    return context.getBean(definition, Function.class);
  }

  /** The settings that the function has in the cloud, in the place of this JVM's. */
  private static final class FunctionEnvironment extends StandardEnvironment {
    FunctionEnvironment(Map<String, String> settings, EmulatedCloud cloud, String logicalId) {
      Map<String, Object> connection = new HashMap<>(cloud.connectionOf(logicalId));
      getPropertySources()
          .replace(
              SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
              new MapPropertySource(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, connection));
      getPropertySources()
          .replace(
              SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
              new SystemEnvironmentPropertySource(
                  SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(settings)));
    }
  }
}
