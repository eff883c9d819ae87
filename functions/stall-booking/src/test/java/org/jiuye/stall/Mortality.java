package org.jiuye.stall;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Cuts invocations off between two calls of the table, as Lambda does when their time is over: what
 * was written stays, and nothing of the invocation runs any more. The cut is an {@link Error},
 * which nothing in the functions catches.
 */
public final class Mortality {
  private static final ScopedValue<AtomicInteger> MOMENTS_LEFT = ScopedValue.newInstance();

  private Mortality() {}

  /** The end of an invocation. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /**
   * Lets an invocation live for a number of moments, of which every call of the table has two:
   * before it is sent and after it is done.
   *
   * @return empty where it did not live to answer
   */
  public static <T> Optional<T> live(int moments, Supplier<T> invocation) {
    try {
      return Optional.of(
          ScopedValue.where(MOMENTS_LEFT, new AtomicInteger(moments)).call(invocation::get));
    } catch (Killed killed) {
      return Optional.empty();
    }
  }

  private static void pass() {
    if (MOMENTS_LEFT.isBound() && MOMENTS_LEFT.get().getAndDecrement() <= 0) {
      throw new Killed();
    }
  }

  /** The functions of stall booking, whose invocations may be cut off. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @Import(StallFunctions.class)
  public static class Functions {
    @Bean
    public static BeanPostProcessor mortalTable() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DynamoDbClient client ? mortal(client) : bean;
        }
      };
    }
  }

  private static DynamoDbClient mortal(DynamoDbClient client) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Mortality.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> call(client, method, arguments));
  }

  private static @Nullable Object call(
      DynamoDbClient client, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("close")) {
      client.close();
      return null;
    }
    pass();
    @Nullable Object answer;
    try {
      answer = method.invoke(client, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
    pass();
    return answer;
  }
}
