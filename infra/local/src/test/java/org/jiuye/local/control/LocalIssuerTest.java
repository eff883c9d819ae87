package org.jiuye.local.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1:8080");

  @TempDir private Path folder;

  private static String keys(LocalIssuer issuer) {
    return new String(issuer.keys().body(), StandardCharsets.UTF_8);
  }

  @Test
  void theKeyStaysAcrossRestarts() {
    String before = keys(LocalIssuer.open(folder.resolve("data"), ADDRESS));

    assertThat(keys(LocalIssuer.open(folder.resolve("data"), ADDRESS))).isEqualTo(before);
    assertThat(keys(LocalIssuer.open(folder.resolve("other"), ADDRESS))).isNotEqualTo(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theKeysFileIsItsOwnersAlone() throws IOException {
    LocalIssuer.open(folder, ADDRESS);

    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("issuer-key.json"))))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void onlyThePublicHalfIsPublished() {
    assertThat(keys(LocalIssuer.open(folder, ADDRESS)))
        .contains("\"n\":", "\"kid\":")
        .doesNotContain("\"d\":", "\"p\":", "\"q\":");
  }

  @Test
  void aSpoiltKeyIsToldOf() throws IOException {
    Files.writeString(folder.resolve("issuer-key.json"), "{}");

    assertThatThrownBy(() -> LocalIssuer.open(folder, ADDRESS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("issuer-key.json");
  }
}
