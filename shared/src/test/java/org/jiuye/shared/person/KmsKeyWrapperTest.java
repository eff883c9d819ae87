package org.jiuye.shared.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** What is asked of KMS: a key of 256 bits, bound to its person by the encryption context. */
class KmsKeyWrapperTest {
  private static final String ARN = "arn:aws-cn:kms:cn-north-1:000000000000:key/1";

  private final RecordedKms kms = new RecordedKms();
  private final KmsKeyWrapper wrapper = new KmsKeyWrapper(kms, ARN);

  @Test
  void aDataKeyIsMadeAndOpenedForItsPerson() {
    KeyWrapper.NewKey made = wrapper.generate("person-1");

    assertThat(made.plain()).hasSize(KeyWrapper.DATA_KEY_BYTES);
    assertThat(wrapper.unwrap(made.wrapped(), "person-1")).isEqualTo(made.plain());
    assertThatThrownBy(() -> wrapper.unwrap(made.wrapped(), "person-2"))
        .isInstanceOf(InvalidCiphertextException.class);
    assertThat(kms.asked)
        .containsExactly(
            ARN + " AES_256 {personId=person-1}",
            ARN + " {personId=person-1}",
            ARN + " {personId=person-2}");
  }

  /** Binds as KMS does; "wraps" by keeping the context beside the key. */
  private static final class RecordedKms implements KmsClient {
    private final List<String> asked = new ArrayList<>();
    private final Map<String, SdkBytes> plain = new java.util.HashMap<>();

    @Override
    public GenerateDataKeyResponse generateDataKey(GenerateDataKeyRequest request) {
      asked.add(
          request.keyId() + " " + request.keySpecAsString() + " " + request.encryptionContext());
      SdkBytes key = SdkBytes.fromByteArray(new byte[KeyWrapper.DATA_KEY_BYTES]);
      plain.put(request.encryptionContext().toString(), key);
      return GenerateDataKeyResponse.builder()
          .plaintext(key)
          .ciphertextBlob(SdkBytes.fromUtf8String(request.encryptionContext().toString()))
          .build();
    }

    @Override
    public DecryptResponse decrypt(DecryptRequest request) {
      asked.add(request.keyId() + " " + request.encryptionContext());
      if (!request.ciphertextBlob().asUtf8String().equals(request.encryptionContext().toString())) {
        throw InvalidCiphertextException.builder().message("context").build();
      }
      return DecryptResponse.builder()
          .plaintext(plain.get(request.encryptionContext().toString()))
          .build();
    }

    @Override
    public String serviceName() {
      return "kms";
    }

    @Override
    public void close() {}
  }
}
