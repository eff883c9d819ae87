package org.jiuye.shared.person;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/**
 * Data keys under a key of KMS, which makes them and opens them again. The person is their
 * encryption context, so that KMS itself refuses to open one for somebody else.
 */
final class KmsKeyWrapper implements KeyWrapper {
  private static final String CONTEXT = "personId";

  private final KmsClient client;
  private final String keyArn;

  KmsKeyWrapper(KmsClient client, String keyArn) {
    this.client = client;
    this.keyArn = keyArn;
  }

  @Override
  public NewKey generate(String personId) {
    GenerateDataKeyResponse made =
        client.generateDataKey(
            request ->
                request
                    .keyId(keyArn)
                    .keySpec(DataKeySpec.AES_256)
                    .encryptionContext(Map.of(CONTEXT, personId)));
    return new NewKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
  }

  @Override
  public byte[] unwrap(byte[] wrapped, String personId) {
    return client
        .decrypt(
            request ->
                request
                    .keyId(keyArn)
                    .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                    .encryptionContext(Map.of(CONTEXT, personId)))
        .plaintext()
        .asByteArray();
  }
}
