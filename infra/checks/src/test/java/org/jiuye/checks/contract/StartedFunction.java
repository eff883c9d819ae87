package org.jiuye.checks.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jiuye.template.LambdaFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/**
 * A function's Spring context, started with exactly the variables that the template and Lambda give
 * it; it notes which of them are read.
 */
public final class StartedFunction implements AutoCloseable {
  /** What Lambda itself gives. */
  private static final Map<String, String> LAMBDA =
      Map.of(
          "AWS_REGION", "cn-north-1",
          "AWS_DEFAULT_REGION", "cn-north-1",
          "AWS_EXECUTION_ENV", "AWS_Lambda_java25",
          "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand",
          "TZ", ":UTC");

  private final Set<String> read;
  private final ConfigurableApplicationContext context;
  private final Object bean;

  StartedFunction(LambdaFunction function) {
    this(function, new ConcurrentSkipListSet<>());
  }

  /**
   * Starts a function.
   *
   * @param read gets the names of the variables that are asked for, also where it does not start
   */
  public StartedFunction(LambdaFunction function, Set<String> read) {
    this.read = read;
    Map<String, String> variables = new TreeMap<>(LAMBDA);
    variables.putAll(function.environment());
    String definition = variables.getOrDefault(FunctionModule.DEFINITION, "");
    context =
        new SpringApplicationBuilder(FunctionModule.of(function).frontDoor(function))
            .web(WebApplicationType.NONE)
            .environment(new OnlyThese(new Variables(variables)))
            .run("--spring.cloud.function.definition=" + definition);
    bean = context.getBean(definition);
  }

  /** The function itself. */
  Object bean() {
    return bean;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** The names of what Lambda itself gives. */
  public static Set<String> givenByLambda() {
    return LAMBDA.keySet();
  }

  @Override
  public void close() {
    context.close();
  }

  /** An environment without this process's own variables and properties. */
  private static final class OnlyThese extends StandardEnvironment {
    OnlyThese(EnumerablePropertySource<?> variables) {
      getPropertySources().addLast(variables);
    }

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {}
  }

  private final class Variables extends EnumerablePropertySource<Map<String, String>> {
    Variables(Map<String, String> variables) {
      super("variables", variables);
    }

    @Override
    public String[] getPropertyNames() {
      return source.keySet().toArray(String[]::new);
    }

    @Override
    public boolean containsProperty(String name) {
      return source.containsKey(name);
    }

    @Override
    public @Nullable Object getProperty(String name) {
      read.add(name);
      return source.get(name);
    }
  }
}
