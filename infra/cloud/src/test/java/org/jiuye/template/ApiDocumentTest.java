package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An API that an OpenAPI document declares, as API Gateway reads it. */
class ApiDocumentTest {

  private static final String TEMPLATE =
      """
      Parameters:
        JwtIssuer: {Type: String, Default: 'https://issuer.example'}
        AllowedOrigins: {Type: CommaDelimitedList, Default: 'https://a.example,https://b.example'}
      Resources:
        Api:
          Type: AWS::Serverless::HttpApi
          Properties:
            FailOnWarnings: true
            DefinitionBody:
              Fn::Transform: {Name: AWS::Include, Parameters: {Location: gateway.json}}
        F:
          Type: AWS::Serverless::Function
          Properties: {CodeUri: f, Handler: h, Runtime: java25}
        Permission:
          Type: AWS::Lambda::Permission
          Properties:
            FunctionName: !GetAtt F.Arn
            Action: lambda:InvokeFunction
            Principal: apigateway.amazonaws.com
            SourceArn: !Sub 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*'
      """;

  private static final String DOCUMENT =
      """
      {
        "openapi": "3.0.1",
        "info": {"title": "Things", "version": "1"},
        "paths": {
          "/things/{thingId}": {
            "get": {
              "operationId": "getThing",
              "security": [],
              "x-amazon-apigateway-integration": {
                "$ref": "#/components/x-amazon-apigateway-integrations/F"
              },
              "responses": {"default": {"description": "The answer"}}
            },
            "post": {
              "security": [{"Jwt": []}],
              "x-amazon-apigateway-integration": {
                "$ref": "#/components/x-amazon-apigateway-integrations/F"
              },
              "responses": {"default": {"description": "The answer"}}
            }
          }
        },
        "components": {
          "securitySchemes": {
            "Jwt": {
              "type": "oauth2",
              "flows": {},
              "x-amazon-apigateway-authorizer": {
                "type": "jwt",
                "identitySource": "$request.header.Authorization",
                "jwtConfiguration": {"issuer": {"Ref": "JwtIssuer"}, "audience": ["jiuye"]}
              }
            }
          },
          "x-amazon-apigateway-integrations": {
            "F": {
              "type": "AWS_PROXY",
              "httpMethod": "POST",
              "payloadFormatVersion": "2.0",
              "uri": {
                "Fn::Sub": [
                  "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Arn}/invocations",
                  {"Arn": {"Fn::GetAtt": ["F", "Arn"]}}
                ]
              }
            }
          }
        },
        "x-amazon-apigateway-cors": {
          "allowOrigins": {"Ref": "AllowedOrigins"},
          "allowMethods": ["GET", "POST"],
          "maxAge": 3600
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void theDocumentGivesRoutesGuardAndCors() {
    CloudTemplate template = read(TEMPLATE, DOCUMENT);

    assertThat(template.function("F").routes())
        .containsExactly(
            new LambdaFunction.Route("getThing", "Api", "GET /things/{thingId}", true, true),
            new LambdaFunction.Route(
                "POST /things/{thingId}", "Api", "POST /things/{thingId}", false, true));
    HttpApi api = template.apis().getFirst();
    assertThat(api.authorizer())
        .contains(new HttpApi.JwtAuthorizer("Jwt", "https://issuer.example", List.of("jiuye")));
    assertThat(api.cors())
        .contains(
            new HttpApi.Cors(
                List.of("https://a.example", "https://b.example"),
                List.of("GET", "POST"),
                List.of(),
                List.of(),
                Duration.ofHours(1),
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "!GetAtt F.Arn, !Sub '${Api}x'",
    "apigateway.amazonaws.com, events.amazonaws.com",
    "${Api}/*, ${Api}/*/GET/others",
    "${Api}/*, other/*"
  })
  void whatNoPermissionCoversMayNotBeInvoked(String right, String wrong) {
    CloudTemplate template = read(TEMPLATE.replace(right, wrong), DOCUMENT);

    assertThat(template.function("F").routes())
        .extracting(LambdaFunction.Route::isPermitted)
        .containsOnly(false);
  }

  @Test
  void aPermissionMayBeForSomeRoutesAlone() {
    CloudTemplate template = read(TEMPLATE.replace("${Api}/*", "${Api}/*/GET/things/*"), DOCUMENT);

    assertThat(template.function("F").routes())
        .extracting(LambdaFunction.Route::isPermitted)
        .containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"3.0.1\" | \"3.1.0\" | openapi must be 3.0",
        "\"info\": | \"x-other\": | the property x-other is not supported",
        "[{\"Jwt\": []}] | [{\"Other\": []}] | security must name the document's authorizer",
        "[{\"Jwt\": []}] | [{\"Jwt\": []}, {}] | security must name the document's authorizer",
        "integrations/F\" | integrations/G\" | $ref leads to nothing",
        "#/components/x-amazon-apigateway-integrations | #/other | $ref must begin with",
        "\"POST\", | \"GET\", | httpMethod must be POST",
        "\"2.0\" | \"1.0\" | payloadFormatVersion must be 2.0",
        "AWS_PROXY | HTTP_PROXY | type must be aws_proxy",
        "/2015-03-31/functions/ | /others/ | uri must be that of a function's invocations",
        "\"F\", \"Arn\" | \"Permission\", \"Arn\" | The attribute Arn of Permission",
        "[\"F\", \"Arn\"] | [\"Api\", \"ApiId\"] | leads to no function of this template",
        "request.header.Authorization | request.querystring.t | identitySource must be",
        "\"/things | \"things | A path must begin with /",
        "\"security\": [], | \"x-amazon-apigateway-auth\": {}, | is not supported",
      })
  void whatApiGatewayWouldTakeOtherwiseIsRefused(String right, String wrong, String reason) {
    assertThat(DOCUMENT).contains(right);

    assertThatThrownBy(() -> read(TEMPLATE, DOCUMENT.replace(right, wrong)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("gateway.json:")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "FailOnWarnings: true | CorsConfiguration: {MaxAge: 1} | CorsConfiguration belongs in",
        "gateway.json | other.json | Location: there is no file",
        "gateway.json | 's3://bucket/x' | Location must be a file beside the template",
        "AWS::Include | Other | Name must be AWS::Include",
      })
  void whatIsNoDocumentIsRefused(String right, String wrong, String reason) {
    assertThatThrownBy(() -> read(TEMPLATE.replace(right, wrong), DOCUMENT))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(reason);
  }

  private CloudTemplate read(String template, String document) {
    try {
      Files.writeString(folder.resolve("gateway.json"), document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return TemplateText.read(folder, template);
  }
}
