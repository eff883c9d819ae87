package org.jiuye.shared.key;

import java.nio.file.Path;
import org.jiuye.shared.aws.AwsConnection;
import org.springframework.core.env.Environment;

/** Finds the key above data keys: in KMS, or on one machine in a file that stands in its place. */
public final class KeyWrappers {
  /** What the properties that name key files begin with; the id of the key in KMS follows. */
  public static final String FILE = "jiuye.key-file.";

  private KeyWrappers() {}

  /**
   * The key whose ARN a property gives.
   *
   * @param arnProperty for example {@code PERSON_KEY_ARN}
   * @param ownerName what the owner of a data key is called in the encryption context
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
