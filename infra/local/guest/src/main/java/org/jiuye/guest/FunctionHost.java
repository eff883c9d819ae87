package org.jiuye.guest;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A function's handler, started. The cloud reaches it through the JDK's interfaces: {@code
 * apply(event, context)} invokes the function, where the context's keys are those of {@link
 * InvocationContext}.
 */
public final class FunctionHost
    implements BiFunction<byte[], Map<String, String>, byte[]>, Closeable {

  private static final String METHOD = "handleRequest";

  private final RequestStreamHandler handler;
  private final Hosting hosting;

  private FunctionHost(RequestStreamHandler handler, Hosting hosting) {
    this.handler = handler;
    this.hosting = hosting;
  }

  /**
   * Starts a function, as Lambda does: makes its handler.
   *
   * @param handler {@code Class} or {@code Class::handleRequest} of a {@code RequestStreamHandler}
   * @param environment the function's environment, whole
   * @param settings Spring properties that the local cloud adds
   * @param countyClock what the bean {@code countyClock} is replaced by
   */
  public static FunctionHost start(
      String handler,
      Map<String, String> environment,
      Map<String, String> settings,
      InstantSource countyClock)
      throws Throwable {
    Hosting hosting = new Hosting(environment, settings, countyClock);
    hosting.bind();
    try {
      return new FunctionHost(handler(handler), hosting);
    } catch (InvocationTargetException exception) {
      hosting.closeAll();
      throw exception.getTargetException();
    } finally {
      Hosting.unbind();
    }
  }

  private static RequestStreamHandler handler(String handler) throws ReflectiveOperationException {
    String[] parts = handler.split("::", 2);
    if (parts.length == 2 && !parts[1].equals(METHOD)) {
      throw new IllegalArgumentException("handler %s: not %s".formatted(handler, METHOD));
    }
    Object made = Class.forName(parts[0]).getConstructor().newInstance();
    if (made instanceof RequestStreamHandler streamHandler) {
      return streamHandler;
    }
    throw new IllegalArgumentException(
        "handler %s: not a RequestStreamHandler".formatted(parts[0]));
  }

  @Override
  public byte[] apply(byte[] event, Map<String, String> context) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event), answer, new InvocationContext(context));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return answer.toByteArray();
  }

  @Override
  public void close() throws IOException {
    hosting.closeAll();
  }
}
