package org.jiuye.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalsTest {

  @TempDir private Path folder;

  @Test
  void globalsAreMergedUnderAFunctionsOwnProperties() {
    String text =
        """
        Globals:
          Function:
            Runtime: java25
            Handler: global
            Timeout: 20
            Environment: {Variables: {A: global, B: global}}
            Policies: [{Statement: {Effect: Allow, Action: 'x:Global', Resource: '*'}}]
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: f
              Handler: own
              Environment: {Variables: {B: own}}
              Policies: [{Statement: {Effect: Allow, Action: 'x:Own', Resource: '*'}}]
        """;

    LambdaFunction function = TemplateText.read(folder, text).function("F");

    assertThat(function.runtime()).isEqualTo("java25");
    assertThat(function.handler()).isEqualTo("own");
    assertThat(function.timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(function.environment()).isEqualTo(Map.of("A", "global", "B", "own"));
    assertThat(function.statements())
        .flatExtracting(PolicyStatement::actions)
        .containsExactly("x:Global", "x:Own");
    assertThat(function.codeUri()).isEqualTo(folder.resolve("f"));
  }

  @Test
  void aKindOfGlobalsThatIsNotReadIsRefused() {
    assertThatThrownBy(
            () -> TemplateText.read(folder, "Globals:\n  Api: {Cors: x}\nResources: {}\n"))
        .hasMessageContaining("template.yaml:3: Globals: Api is not supported");
  }
}
