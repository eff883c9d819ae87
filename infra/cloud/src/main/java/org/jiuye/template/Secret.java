package org.jiuye.template;

/**
 * A generated secret of Secrets Manager. {@code {{resolve:secretsmanager:…}}} in a value stands for
 * its text.
 *
 * @param arn what {@code !Ref} gives
 * @param passwordLength characters to generate
 */
public record Secret(
    String logicalId, String arn, int passwordLength, boolean excludePunctuation) {}
