package org.jiuye.shared.person;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jiuye.shared.key.NotItsPlaceException;
import org.jiuye.shared.key.Sealing;
import org.jiuye.shared.table.Key;

/**
 * Seals personal data, field by field, with the person's own key (AES-256-GCM). A sealed text is
 * bound to its person, item and field: it does not open anywhere else.
 */
public final class PersonCipher {
  private final PersonKeys keys;

  PersonCipher(PersonKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a text.
   *
   * @param item the item that will hold the sealed text
   * @param field the name of the field that will hold it
   * @throws KeyGoneException where the person has been erased
   */
  public String seal(String personId, Key item, String field, String text) {
    byte[] sealed =
        keys.forSealing(personId)
            .seal(text.getBytes(StandardCharsets.UTF_8), context(personId, item, field));
    return Base64.getEncoder().encodeToString(sealed);
  }

  /**
   * Opens a sealed text.
   *
   * @throws KeyGoneException where the person's key is gone, and so is the text
   * @throws NotItsPlaceException where it was sealed for another place
   */
  public String open(String personId, Key item, String field, String sealed) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException changed) {
      throw new NotItsPlaceException();
    }
    return new String(
        keys.forOpening(personId).open(bytes, context(personId, item, field)),
        StandardCharsets.UTF_8);
  }

  private static byte[] context(String personId, Key item, String field) {
    return Sealing.context("field", personId, item.partition(), item.sort(), field);
  }
}
