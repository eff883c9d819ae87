package org.jiuye.template;

/** A key of KMS, which wraps data keys. */
public record KmsKey(String logicalId, String arn) {

  /** The key's id, with which its ARN ends. */
  public String id() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
