package org.jiuye.shared.person;

import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Data keys under a key of KMS, which makes them and opens them again. The person is their
 * encryption context, so that KMS itself refuses to open one for somebody else.
 */
final class KmsKeyWrapper implements KeyWrapper {
  private final KmsRequests kms;
  private final String keyArn;

  KmsKeyWrapper(KmsRequests kms, String keyArn) {
    this.kms = kms;
    this.keyArn = keyArn;
  }

  @Override
  public NewKey generate(String personId) {
    JsonNode made =
        kms.ask(
            "GenerateDataKey",
            Map.of("KeyId", keyArn, "KeySpec", "AES_256", "EncryptionContext", context(personId)));
    return new NewKey(bytes(made, "Plaintext"), bytes(made, "CiphertextBlob"));
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String personId) {
    return bytes(
        kms.ask(
            "Decrypt",
            Map.of(
                "KeyId",
                keyArn,
                "CiphertextBlob",
                Base64.getEncoder().encodeToString(wrapped),
                "EncryptionContext",
                context(personId))),
        "Plaintext");
  }

  private static Map<String, String> context(String personId) {
    return Map.of("personId", personId);
  }

  private static byte[] bytes(JsonNode answer, String field) {
    byte[] bytes = Base64.getDecoder().decode(answer.path(field).stringValue(""));
    if (bytes.length == 0) {
      throw new IllegalStateException("KMS answered without " + field);
    }
    return bytes;
  }
}
