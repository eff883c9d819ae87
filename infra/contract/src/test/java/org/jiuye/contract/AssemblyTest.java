package org.jiuye.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiuye.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What capabilities say in short is written out, for clients and for the gateway. */
class AssemblyTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final SmallContract contract;

  AssemblyTest(@TempDir Path repository) {
    contract = new SmallContract(repository);
  }

  @Test
  void anOperationTakesWhatOthersTake() {
    assertThat(document().at("/paths/~1teas/get/parameters").toString())
        .isEqualTo(json("[{'$ref':'#/components/parameters/AcceptLanguage'}]"));
    assertThat(order().path("parameters").toString())
        .isEqualTo(
            json(
                "[{'$ref':'#/components/parameters/AcceptLanguage'},"
                    + "{'$ref':'#/components/parameters/IdempotencyKey'}]"));
    assertThat(order().has("x-problems")).isFalse();
  }

  @Test
  void anOperationAnswersWhatOthersAnswer() {
    assertThat(document().at("/paths/~1teas/get/responses").propertyNames())
        .containsExactly("200", "400", "429");
    assertThat(order().path("responses").propertyNames())
        .containsExactly("201", "400", "401", "409", "422", "429");
  }

  @Test
  void aProblemIsExplainedInBothLanguages() {
    assertThat(order().at("/responses/409/description").asString())
        .isEqualTo("- `sold-out`: There is no more. Come again. (已售完。请再来。)\n");
  }

  @Test
  void aProblemIsShownWithItsMembers() {
    JsonNode content = order().at("/responses/409/content/application~1problem+json");

    assertThat(content.path("schema").toString())
        .isEqualTo(json("{'$ref':'#/components/schemas/SoldOutProblem'}"));
    assertThat(content.at("/examples/sold-out/value").toString())
        .isEqualTo(
            json(
                "{'type':'urn:jiuye:problem:sold-out','title':'There is no more','status':409,"
                    + "'detail':'Come again.','instance':'urn:jiuye:request:Kd8sJhqZiYEEMRA=',"
                    + "'code':'sold-out','until':'Monday'}"));
    assertThat(document().at("/components/schemas/SoldOutProblem").toString())
        .isEqualTo(
            json(
                "{'type':'object','required':['type','code','until'],'properties':{"
                    + "'type':{'description':'A URI.','type':'string',"
                    + "'const':'urn:jiuye:problem:sold-out'},"
                    + "'status':{'type':'integer','const':409},"
                    + "'code':{'type':'string','const':'sold-out'},"
                    + "'until':{'type':'string'},'instead':{'type':'string'}},"
                    + "'description':'The problem `sold-out`.'}"));
  }

  @Test
  void problemsOfOneStatusAreToldApartByTheirCodes() {
    JsonNode schema = order().at("/responses/400/content/application~1problem+json/schema");

    assertThat(schema.path("oneOf")).hasSize(2);
    assertThat(schema.at("/discriminator/mapping/body-missing").asString())
        .isEqualTo("#/components/schemas/BodyMissingProblem");
  }

  @Test
  void aWrongValueIsNamedWhereItStands() {
    assertThat(
            order()
                .at("/responses/400/content/application~1problem+json/examples")
                .at("/invalid-request/value/errors")
                .toString())
        .isEqualTo(json("[{'pointer':'/date','code':'not-a-date','detail':'no date'}]"));
    assertThat(document().at("/components/schemas/InvalidRequestProblem/required").toString())
        .contains("errors");
    assertThat(document().at("/components/schemas/ValueError/properties/code/enum").toString())
        .isEqualTo(json("['not-a-date']"));
  }

  @Test
  void whatTheGatewayAnswersByItselfIsTold() {
    assertThat(order().at("/responses/401/content").propertyNames())
        .containsExactly("application/problem+json", "application/json");
    assertThat(order().at("/responses/401/headers").isMissingNode()).isTrue();
    assertThat(order().at("/responses/429/$ref").asString())
        .isEqualTo("#/components/responses/TooManyRequests");
  }

  @Test
  void theGatewayHasEveryRouteAndItsSecurity() {
    JsonNode paths = contract.assembly().gateway().path("paths");

    assertThat(paths.propertyNames()).containsExactly("/teas", "/teas/{teaId}/cups");
    assertThat(paths.path("/teas").toString())
        .isEqualTo(
            json(
                "{'get':{'x-amazon-apigateway-integration':"
                    + "{'$ref':'#/components/x-amazon-apigateway-integrations/TeaRoom'},"
                    + "'responses':{'default':{'description':'See the contract.'}}}}"));
    assertThat(paths.path("/teas/{teaId}/cups").toString())
        .isEqualTo(
            json(
                "{'post':{'parameters':[{'name':'teaId','in':'path','required':true,"
                    + "'schema':{'type':'string'}}],'security':[{'Jwt':[]}],"
                    + "'x-amazon-apigateway-integration':"
                    + "{'$ref':'#/components/x-amazon-apigateway-integrations/TeaRoom'},"
                    + "'responses':{'default':{'description':'See the contract.'}}}}"));
  }

  @Test
  void theGatewayLeadsToTheFunctionOfEachStack() {
    JsonNode integrations =
        contract.assembly().gateway().at("/components/x-amazon-apigateway-integrations");

    assertThat(integrations.propertyNames()).containsExactly("TeaRoom");
    assertThat(integrations.at("/TeaRoom/uri/Fn::Sub/1").toString())
        .isEqualTo(json("{'FunctionArn':{'Fn::GetAtt':['TeaRoom','Outputs.HttpFunctionArn']}}"));
    assertThat(integrations.at("/TeaRoom/payloadFormatVersion").asString()).isEqualTo("2.0");
  }

  @Test
  void pagesMaySendAndReadWhatTheContractNames() {
    assertThat(contract.assembly().gateway().path("x-amazon-apigateway-cors").toString())
        .isEqualTo(
            json(
                "{'allowOrigins':{'Ref':'AllowedOrigins'},'allowMethods':['GET','POST'],"
                    + "'allowHeaders':['accept-language','authorization','content-type',"
                    + "'idempotency-key'],'exposeHeaders':['content-language','location'],"
                    + "'maxAge':3600}"));
  }

  @Test
  void theDocumentIsTheSameAsYaml(@TempDir Path folder) throws IOException {
    JsonNode document = MAPPER.createObjectNode().put("date", "2026-07-01").put("no", "no");
    assertThat(YamlText.of(document)).isEqualTo("date: '2026-07-01'\n'no': 'no'\n");
    Path file = Files.writeString(folder.resolve("openapi.yaml"), YamlText.of(document()));

    assertThat(YamlReader.json(file).root()).hasToString(document().toString());
  }

  private JsonNode document() {
    return contract.assembly().document();
  }

  private JsonNode order() {
    return document().at("/paths/~1teas~1{teaId}~1cups/post");
  }

  private static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }
}
