package org.jiuye.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Templates written out in tests. */
final class TemplateText {

  private static final String HEAD = "Transform: AWS::Serverless-2016-10-31\n";

  private TemplateText() {}

  /** A template with a function {@code F} that has these further properties, from line 14 on. */
  static String function(String properties) {
    return """
    Resources:
      Table:
        Type: AWS::DynamoDB::Table
        Properties:
          AttributeDefinitions: [{AttributeName: pk, AttributeType: S}]
          KeySchema: [{AttributeName: pk, KeyType: HASH}]
      Queue:
        Type: AWS::SQS::Queue
      Api:
        Type: AWS::Serverless::HttpApi
      F:
        Type: AWS::Serverless::Function
        Properties: {CodeUri: f, Handler: h, Runtime: java25, %s}
    """
        .formatted(properties);
  }

  static CloudTemplate read(Path folder, String text) {
    return read(folder, text, Map.of());
  }

  static CloudTemplate read(Path folder, String text, Map<String, String> parameters) {
    try {
      Path file = folder.resolve("template.yaml");
      Files.writeString(file, HEAD + text, StandardCharsets.UTF_8);
      return TemplateReader.read(file, parameters, LocalNames.notRunning());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
