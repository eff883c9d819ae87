package org.jiuye.local.source;

/** Reads Amazon Resource Names: {@code arn:partition:service:region:account:resource}. */
final class Arns {

  private Arns() {}

  static String region(String arn) {
    return arn.split(":", 6)[3];
  }
}
