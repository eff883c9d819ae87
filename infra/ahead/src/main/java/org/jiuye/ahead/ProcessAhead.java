package org.jiuye.ahead;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Has Spring write, for a function's configuration class, the code that registers its beans, and
 * compiles that code into the function's classes. It is used where {@code spring.aot.enabled} is
 * set, as {@code template.yaml} does; elsewhere the same beans are found by reflection.
 */
public final class ProcessAhead {
  private static final String PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor";

  private final Path work;
  private final Path classes;
  private final String classPath;

  private ProcessAhead(Path work, Path classes, String classPath) {
    this.work = work;
    this.classes = classes;
    this.classPath = classPath;
  }

  /**
   * Processes one function's module.
   *
   * @param arguments the configuration class, a folder to work in, the folder of the module's
   *     classes, and the module's class path
   */
  public static void main(String[] arguments) throws Exception {
    ProcessAhead step =
        new ProcessAhead(Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
    step.clear();
    step.write(arguments[0]);
    step.compile();
  }

  private void clear() throws IOException {
    if (Files.exists(work)) {
      try (Stream<Path> files = Files.walk(work)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void write(String configuration) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      String[] arguments = {
        configuration,
        sources().toString(),
        work.resolve("resources").toString(),
        work.resolve("classes").toString(),
        "org.jiuye",
        configuration
      };
      loader
          .loadClass(PROCESSOR)
          .getMethod("main", String[].class)
          .invoke(null, new Object[] {arguments});
    } catch (InvocationTargetException failure) {
      throw new IllegalStateException(configuration, failure.getTargetException());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The module's class path, and behind it this step's. */
  private URL[] urls() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        (classPath + File.pathSeparator + System.getProperty("java.class.path"))
            .split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources())) {
      files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
    }
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("What Spring wrote does not compile");
    }
  }

  private Path sources() {
    return work.resolve("sources");
  }
}
