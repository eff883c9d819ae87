package org.jiuye.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client. As in the managed runtime it is all that the class path holds: it
 * loads the package itself, from the working directory and the jars in its {@code lib}.
 */
public final class RuntimeInterfaceClient {
  static final String MAIN_CLASS = AWSLambda.class.getName();

  private static final String LIBRARY_OPTION =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

  private RuntimeInterfaceClient() {}

  /** The client's jar and those that it needs: what every function has, whatever its package. */
  public static List<Path> jars() {
    return Stream.of(
            AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
        .map(RuntimeInterfaceClient::jarOf)
        .toList();
  }

  /**
   * Options by which the managed runtime starts it: where its native library is. Left to itself it
   * unpacks it to one place for the whole machine, where processes that start at once tear it from
   * under each other.
   *
   * @param folder of the process's own
   */
  static List<String> jvmOptions(Path folder) throws IOException {
    Path library = folder.resolve("libaws-lambda-jni.so");
    String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
    try (InputStream packed = AWSLambda.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException("AWS's runtime interface client does not run here");
      }
      Files.copy(packed, library);
    }
    return List.of(LIBRARY_OPTION + library, "--enable-native-access=ALL-UNNAMED");
  }

  private static String platform() {
    boolean isArm = System.getProperty("os.arch").equals("aarch64");
    boolean isMusl =
        Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(isArm ? "aarch64" : "x86_64")));
    return (isMusl ? "linux_musl" : "linux") + (isArm ? "-aarch_64" : "-x86_64");
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
