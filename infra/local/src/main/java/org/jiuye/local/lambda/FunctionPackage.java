package org.jiuye.local.lambda;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jiuye.runtime.RuntimeInterfaceClient;
import org.jiuye.template.LambdaFunction;

/**
 * A deployable package, on a class loader of its own: its functions see the JDK, what the package
 * brings, what Lambda's runtime brings (and as there, that comes first) and the guest, and nothing
 * of the local cloud.
 */
final class FunctionPackage implements Closeable {

  private static final String GUEST = "org.jiuye.guest.FunctionHost";

  private final URLClassLoader classes;

  FunctionPackage(Path folder) {
    this.classes =
        new URLClassLoader(
            folder.toString(),
            classPath(folder).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader());
  }

  private static List<URL> classPath(Path folder) {
    List<URL> urls = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      for (Path jar : RuntimeInterfaceClient.jars()) {
        urls.add(jar.toUri().toURL());
      }
      urls.add(folder.toUri().toURL());
      for (Path jar : jars.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        urls.add(jar.toUri().toURL());
      }
      urls.add(guest());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return urls;
  }

  /** The jar, or in a build the folder, that holds the guest. */
  private static URL guest() throws MalformedURLException {
    String file = GUEST.replace('.', '/') + ".class";
    URL found =
        Objects.requireNonNull(FunctionPackage.class.getClassLoader().getResource(file), file);
    String root = found.toString();
    root = root.substring(0, root.length() - file.length());
    if (root.startsWith("jar:")) {
      root = root.substring("jar:".length(), root.length() - "!/".length());
    }
    return URI.create(root).toURL();
  }

  ClassLoader classes() {
    return classes;
  }

  /** Starts a function; the answer invokes it, and is {@link Closeable}. */
  @SuppressWarnings("unchecked") // the guest's types are of the same names and the JDK's
  BiFunction<byte[], Map<String, String>, byte[]> start(
      LambdaFunction function, FunctionSettings settings, InstantSource countyClock) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String nameBefore = thread.getName();
    thread.setContextClassLoader(classes);
    thread.setName(function.logicalId());
    try {
      return (BiFunction<byte[], Map<String, String>, byte[]>)
          classes
              .loadClass(GUEST)
              .getMethod("start", String.class, Map.class, Map.class, InstantSource.class)
              .invoke(
                  null,
                  function.handler(),
                  settings.environmentOf(function),
                  settings.propertiesOf(function),
                  countyClock);
    } catch (InvocationTargetException exception) {
      throw new FunctionStartException(function.logicalId(), exception.getTargetException());
    } catch (ReflectiveOperationException exception) {
      throw new FunctionStartException(function.logicalId(), exception);
    } finally {
      thread.setContextClassLoader(before);
      thread.setName(nameBefore);
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }
}
