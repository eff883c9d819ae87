package org.jiuye.loan.loancase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jiuye.shared.json.Json;

/**
 * Compresses JSON before it is sealed. Sealed text cannot be compressed any more, and the table
 * costs by the byte.
 */
final class Packed {
  private Packed() {}

  static String pack(Object value) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(Json.MAPPER.writeValueAsBytes(value));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  static <T> T unpack(String packed, Class<T> type) {
    byte[] bytes = Base64.getDecoder().decode(packed);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return Json.MAPPER.readValue(zip.readAllBytes(), type);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
