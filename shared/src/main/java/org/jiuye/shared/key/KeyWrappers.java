package org.jiuye.shared.key;

import java.nio.file.Path;
import org.jiuye.shared.aws.AwsConnection;
import org.springframework.core.env.Environment;

/** Finds the key that wraps data keys: a KMS key, or a file in its place on one machine. */
public final class KeyWrappers {
  /** The prefix of the properties that name key files; the KMS key's id follows it. */
  public static final String FILE = "jiuye.key-file.";

  private KeyWrappers() {}

  /**
   * The wrapper for the key whose ARN a property gives.
   *
   * @param arnProperty for example {@code PERSON_KEY_ARN}
   * @param ownerName the name for the owner of a data key in the encryption context
   */
  public static KeyWrapper of(Environment environment, String arnProperty, String ownerName) {
    String arn = environment.getRequiredProperty(arnProperty);
    String file = environment.getProperty(FILE + arn.substring(arn.lastIndexOf('/') + 1));
    AwsConnection connection = AwsConnection.of(environment);
    return new LateKeyWrapper(
        () ->
            file == null
                ? new KmsKeyWrapper(new KmsRequests(connection), arn, ownerName)
                : FileKeyWrapper.read(Path.of(file)));
  }
}
