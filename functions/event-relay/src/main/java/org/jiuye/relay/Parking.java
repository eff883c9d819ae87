package org.jiuye.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jiuye.relay.model.Batches;
import org.jiuye.relay.model.Letter;
import org.jiuye.relay.model.QueueText;
import org.jiuye.relay.model.Reading;
import org.jiuye.shared.json.Json;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;

/**
 * The queue for whole records that cannot be read, so that people can look at them. The body is the
 * record's JSON; the attribute {@value #REASON} says what is wrong with it. A record with two large
 * images is larger than a message may be. Its JSON is compressed, and {@value #ENCODING} says so.
 */
final class Parking {
  static final String REASON = "reason";
  static final String ENCODING = "encoding";
  static final String COMPRESSED = "gzip+base64";

  private final String queueUrl;

  Parking(String queueUrl) {
    this.queueUrl = queueUrl;
  }

  Letter letter(int position, JsonNode record, Reading.Reason reason) {
    String json = record.toString();
    if (!QueueText.isSendable(json)) {
      json =
          Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(record);
    }
    Letter plain = new Letter(position, queueUrl, json, Map.of(REASON, reason.code()));
    return Batches.weigh(plain) <= Batches.MOST_BYTES
        ? plain
        : new Letter(
            position,
            queueUrl,
            compress(json),
            Map.of(REASON, reason.code(), ENCODING, COMPRESSED));
  }

  private static String compress(String text) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Base64.getEncoder().encodeToString(compressed.toByteArray());
  }
}
