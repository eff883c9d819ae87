package org.jiuye.shared.key;

import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Wraps data keys with a KMS key; KMS makes and unwraps them. The owner is the encryption context,
 * so KMS itself refuses to unwrap a key for somebody else.
 */
final class KmsKeyWrapper implements KeyWrapper {
  private final KmsRequests kms;
  private final String keyArn;
  private final String ownerName;

  /**
   * Data keys under a key of KMS.
   *
   * @param ownerName what the owner is called in the encryption context: {@code personId}
   */
  KmsKeyWrapper(KmsRequests kms, String keyArn, String ownerName) {
    this.kms = kms;
    this.keyArn = keyArn;
    this.ownerName = ownerName;
  }

  @Override
  public NewKey generate(String owner) {
    JsonNode made =
        kms.ask(
            "GenerateDataKey",
            Map.of("KeyId", keyArn, "KeySpec", "AES_256", "EncryptionContext", context(owner)));
    return new NewKey(bytes(made, "Plaintext"), bytes(made, "CiphertextBlob"));
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String owner) {
    return bytes(
        kms.ask(
            "Decrypt",
            Map.of(
                "KeyId",
                keyArn,
                "CiphertextBlob",
                Base64.getEncoder().encodeToString(wrapped),
                "EncryptionContext",
                context(owner))),
        "Plaintext");
  }

  private Map<String, String> context(String owner) {
    return Map.of(ownerName, owner);
  }

  private static byte[] bytes(JsonNode answer, String field) {
    byte[] bytes = Base64.getDecoder().decode(answer.path(field).stringValue(""));
    if (bytes.length == 0) {
      throw new IllegalStateException("KMS answered without " + field);
    }
    return bytes;
  }
}
