package org.jiuye.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jiuye.contract.source.ContractException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that is wrong is not put together, and each reason is told with file and line. */
class RefusalTest {
  private final SmallContract contract;

  RefusalTest(@TempDir Path repository) {
    contract = new SmallContract(repository);
  }

  @Test
  void brokenYaml() {
    contract.replace(SmallContract.TEA, "tags: [Tea]\n      security: []", "tags: [Tea\n");
    refused("functions/tea-room/api.yaml:", "expected ',' or ']'");
  }

  @Test
  void aKeyTwice() {
    contract.replace(SmallContract.TEA, "  schemas:\n", "  schemas: {}\n  schemas:\n");
    refused("functions/tea-room/api.yaml:25: /components/schemas stands here a second time");
  }

  @Test
  void aKeyThatMeansNothing() {
    contract.replace(SmallContract.TEA, "tags:\n", "colour: green\ntags:\n");
    refused("functions/tea-room/api.yaml:1: colour does not belong here");
  }

  @Test
  void aRouteThatDoesNotSayWhoMayCallIt() {
    contract.replace(SmallContract.TEA, "      security: []\n", "");
    refused("functions/tea-room/api.yaml:5: GET /teas must say `security: []`");
  }

  @Test
  void aRouteWithSomeOtherSecurity() {
    contract.replace(SmallContract.TEA, "[{Jwt: []}]", "[{Jwt: []}, {}]");
    refused("functions/tea-room/api.yaml:12: POST /teas/{teaId}/cups must say `security: []`");
  }

  @Test
  void aReferenceThatLeadsNowhere() {
    contract.replace(SmallContract.TEA, "schemas/Cup'", "schemas/Mug'");
    refused("functions/tea-room/api.yaml:17: #/components/schemas/Mug leads nowhere");
  }

  @Test
  void aSchemaThatNothingRefersTo() {
    contract.replace(SmallContract.TEA, "    Cup:", "    Mug: {type: object}\n    Cup:");
    refused("functions/tea-room/api.yaml:25: nothing refers to Mug");
  }

  @Test
  void aBooleanInThePlaceOfASchema() {
    contract.replace(SmallContract.TEA, "Cup: {type: object}", "Cup: {allOf: [true]}");
    refused("functions/tea-room/api.yaml:25: a schema is an object, not true");
  }

  @Test
  void anArrayOfNothingInParticular() {
    contract.replace(
        SmallContract.TEA, "Cup: {type: object}", "Cup: {properties: {sorts: {type: array}}}");
    refused("functions/tea-room/api.yaml:25: an array says what its items are");
  }

  @Test
  void aPropertyBesideAReference() {
    contract.replace(
        SmallContract.TEA,
        "{schema: {$ref: '#/components/schemas/Cup'}}",
        "{schema: {$ref: '#/components/schemas/Cup', properties: {hot: {type: boolean}}}}");
    refused("functions/tea-room/api.yaml:17: properties stands beside $ref");
  }

  @Test
  void aProblemThatIsNotDeclared() {
    contract.replace(SmallContract.TEA, "[sold-out]", "[sold-out, too-hot]");
    refused(
        "functions/tea-room/api.yaml:16: the problem too-hot is declared neither here nor in the"
            + " frame");
  }

  @Test
  void aProblemThatNoOperationAnswers() {
    contract.replace(SmallContract.TEA, "      x-problems: [sold-out]\n", "");
    refused("functions/tea-room/api.yaml:26: no operation answers sold-out");
  }

  @Test
  void aProblemWithoutText() {
    contract.write(SmallContract.messages("functions/tea-room", "zh_CN"), "");
    refused("functions/tea-room/api.yaml:27: sold-out has no text (CHINESE)");
  }

  @Test
  void aProblemWithoutStatus() {
    contract.replace(SmallContract.TEA, "    status: 409\n", "");
    refused("functions/tea-room/api.yaml:27: the problem sold-out must say its status");
  }

  @Test
  void aProblemThatTheFrameHas() {
    contract.replace(
        SmallContract.TEA,
        "x-problems:\n  sold-out:",
        "x-problems:\n  key-reused: {status: 422}\n  sold-out:");
    refused(
        "functions/tea-room/api.yaml:27: the problem key-reused is declared in"
            + " infra/contract/frame.yaml:16 already");
  }

  @Test
  void anAnswerThatSpellsAProblemOut() {
    contract.replace(
        SmallContract.TEA,
        "        '201':\n",
        "        '409': {description: No.}\n        '201':\n");
    refused("functions/tea-room/api.yaml:19: what is no success is named in x-problems");
  }

  @Test
  void anOperationIdTwice() {
    contract.replace(SmallContract.TEA, "orderCup", "listTeas");
    refused(
        "functions/tea-room/api.yaml:12: POST /teas/{teaId}/cups has the operationId of"
            + " functions/tea-room/api.yaml:5");
  }

  @Test
  void aTagThatIsNotDeclared() {
    contract.replace(SmallContract.TEA, "- name: Tea", "- name: Coffee");
    refused("functions/tea-room/api.yaml:5: the tag Tea is not declared here");
  }

  @Test
  void whatTwoCapabilitiesDeclare() {
    contract.write(
        "functions/tea-garden/api.yaml",
        """
        tags:
          - name: Tea
        paths:
          /teas/{kind}/cups:
            get:
              operationId: listCups
              tags: [Tea]
              security: []
              responses:
                '200': {description: Cups., content: {text/plain: {schema: {$ref: '#/components/schemas/Cup'}}}}
        components:
          schemas:
            Cup: {type: object}
        """);
    refused(
        "functions/tea-room/api.yaml:2: the tag Tea stands in functions/tea-garden/api.yaml:2"
            + " already",
        "functions/tea-room/api.yaml:11: /teas/{teaId}/cups stands in"
            + " functions/tea-garden/api.yaml:4 already",
        "functions/tea-room/api.yaml:25: Cup stands in functions/tea-garden/api.yaml:13 already");
  }

  @Test
  void oneCodeWithTwoMeanings() {
    contract
        .write(
            "functions/tea-garden/api.yaml",
            """
            tags:
              - name: Garden
            paths:
              /tables:
                get:
                  operationId: listTables
                  tags: [Garden]
                  security: []
                  x-problems: [sold-out]
                  responses:
                    '200': {description: Tables.}
            x-problems:
              sold-out: {status: 410}
            """)
        .write(
            SmallContract.messages("functions/tea-garden", "en"), "sold-out=All tables are taken")
        .write(SmallContract.messages("functions/tea-garden", "zh_CN"), "sold-out=已满");
    refused(
        "functions/tea-room/api.yaml:27: the problem sold-out is declared otherwise in"
            + " functions/tea-garden/api.yaml:13");
  }

  private void refused(String... findings) {
    assertThatThrownBy(contract::assembly)
        .isInstanceOf(ContractException.class)
        .message()
        .contains(findings);
  }
}
