package org.jiuye.emulators;

/** An access key: who calls DynamoDB or SQS. */
public record Credentials(String accessKeyId, String secretAccessKey) {}
