package org.jiuye.relay.model;

/** The characters that SQS takes: those of XML 1.0. It refuses messages with any other. */
public final class QueueText {
  private QueueText() {}

  /** Whether a queue takes this text. */
  public static boolean isSendable(String text) {
    return text.codePoints().allMatch(QueueText::isSendable);
  }

  private static boolean isSendable(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x1_0000;
  }
}
