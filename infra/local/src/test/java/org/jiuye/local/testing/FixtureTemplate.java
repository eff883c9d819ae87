package org.jiuye.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A template of fixture functions in a folder, with what they wrote down. */
public final class FixtureTemplate {

  private static final String BEGINNING =
      """
      AWSTemplateFormatVersion: '2010-09-09'
      Transform: AWS::Serverless-2016-10-31
      Parameters:
        JwtIssuer: {Type: String}
        JwtAudience: {Type: String}
      Globals:
        Function:
          Runtime: java25
          Handler: org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest
          CodeUri: package
          MemorySize: 512
          Timeout: 10
      Resources:
        Table:
          Type: AWS::DynamoDB::Table
          Properties:
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions:
              - {AttributeName: pk, AttributeType: S}
              - {AttributeName: sk, AttributeType: S}
            KeySchema:
              - {AttributeName: pk, KeyType: HASH}
              - {AttributeName: sk, KeyType: RANGE}
            StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            Auth:
              DefaultAuthorizer: Jwt
              Authorizers:
                Jwt:
                  IdentitySource: $request.header.Authorization
                  JwtConfiguration:
                    issuer: !Ref JwtIssuer
                    audience: [!Ref JwtAudience]
      """;

  private final Path folder;

  /** Lays the functions' package out in a folder. */
  public FixtureTemplate(Path folder) {
    this.folder = folder;
    FixturePackage.in(folder.resolve("package"));
  }

  /**
   * Writes a template with these resources beside the table and the API.
   *
   * @param resources YAML, from the margin; {@code RECORDS} in it stands for the file of records
   */
  public Path with(String resources) {
    try {
      return Files.writeString(
          folder.resolve("template.yaml"),
          BEGINNING + resources.replace("RECORDS", recordFile().toString()).indent(2));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private Path recordFile() {
    return folder.resolve("records.txt");
  }

  /** What the recorder wrote down, in order. */
  public List<String> records() {
    try {
      return Files.exists(recordFile()) ? Files.readAllLines(recordFile()) : List.of();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
