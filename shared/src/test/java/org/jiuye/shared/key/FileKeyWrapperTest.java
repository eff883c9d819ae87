package org.jiuye.shared.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jiuye.shared.support.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key file stands in the place of KMS on one machine. */
class FileKeyWrapperTest {
  @TempDir private Path folder;

  @Test
  void aDataKeyOpensForItsOwnerAlone() throws IOException {
    KeyWrapper wrapper = KeyFile.wrapper(KeyFile.write(folder, "rw-------"));
    KeyWrapper.NewKey made = wrapper.generate("owner-1");

    assertThat(made.plain()).hasSize(KeyWrapper.DATA_KEY_BYTES);
    assertThat(wrapper.unwrap(made.wrapped(), "owner-1")).isEqualTo(made.plain());
    assertThatThrownBy(() -> wrapper.unwrap(made.wrapped(), "owner-2"))
        .isInstanceOf(NotItsPlaceException.class);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    Path file = KeyFile.write(folder, "rw-r--r--");

    assertThatThrownBy(() -> FileKeyWrapper.read(file)).isInstanceOf(IllegalStateException.class);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "c2hvcnQ=");
    assertThatThrownBy(() -> FileKeyWrapper.read(file)).isInstanceOf(IllegalStateException.class);
  }
}
