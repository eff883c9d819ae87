package org.jiuye.shared.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.jiuye.shared.key.KeyWrapper;
import org.jiuye.shared.key.KeyWrappers;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** A key in a file, as the local cloud has one in the place of each key of KMS. */
public final class KeyFile {
  private static final String ARN = "arn:aws-cn:kms:cn-north-1:000000000000:key/test";

  private KeyFile() {}

  /**
   * A new key.
   *
   * @param mode for example {@code rw-------}
   */
  public static Path write(Path folder, String mode) throws IOException {
    Path file = Files.createTempFile(folder, "key", "");
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Files.writeString(file, Base64.getEncoder().encodeToString(key));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** Data keys under the key in a file, found as a function finds them. */
  public static KeyWrapper wrapper(Path file) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "AWS_REGION",
                    "cn-north-1",
                    "KEY_ARN",
                    ARN,
                    KeyWrappers.FILE + "test",
                    file.toString())));
    return KeyWrappers.of(environment, "KEY_ARN", "owner");
  }
}
