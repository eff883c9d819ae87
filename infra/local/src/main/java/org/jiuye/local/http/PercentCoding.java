package org.jiuye.local.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-decoding, strict: what is not UTF-8 or not hexadecimal is refused. */
final class PercentCoding {

  private PercentCoding() {}

  /**
   * Decodes a path or a part of it.
   *
   * @throws MalformedUrlException when it is not percent-encoded UTF-8
   */
  static String path(String encoded) {
    return decode(encoded, false);
  }

  /**
   * Decodes a name or value of a query, where a plus sign is a space.
   *
   * @throws MalformedUrlException when it is not percent-encoded UTF-8
   */
  static String query(String encoded) {
    return decode(encoded, true);
  }

  private static String decode(String encoded, boolean plusIsSpace) {
    byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] == '%') {
        decoded.put(octet(source, i + 1));
        i += 2;
      } else {
        decoded.put(plusIsSpace && source[i] == '+' ? (byte) ' ' : source[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new MalformedUrlException(notUtf8);
    }
  }

  private static byte octet(byte[] source, int at) {
    if (at + 1 >= source.length
        || !HexFormat.isHexDigit(source[at])
        || !HexFormat.isHexDigit(source[at + 1])) {
      throw new MalformedUrlException(null);
    }
    return (byte)
        ((HexFormat.fromHexDigit(source[at]) << 4) | HexFormat.fromHexDigit(source[at + 1]));
  }
}
