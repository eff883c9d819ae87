package org.jiuye.emulators.gateway;

/** An access key: who calls DynamoDB or SQS. */
public record Credentials(String accessKeyId, String secretAccessKey) {}
