package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.checks.contract.ApiDocument.Operation;
import org.jiuye.checks.contract.ApiDocument.Response;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Document and message files: every code has its texts, every text its code. */
class MessagesTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final String DETAIL = ".detail";

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(MessageFiles.bundles()).isNotEmpty();
    assertThat(MessageFiles.bundles())
        .allSatisfy(
            bundle -> {
              assertThat(bundle.byLanguage()).containsOnlyKeys(MessageFiles.LANGUAGES);
              assertThat(bundle.in("en").keySet()).isEqualTo(bundle.in("zh_CN").keySet());
              assertThat(bundle.in("en").values()).noneMatch(String::isBlank);
              assertThat(bundle.in("zh_CN").values()).noneMatch(String::isBlank);
            });
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyDocumentedCodeHasItsTitle(Path module) {
    for (String language : MessageFiles.LANGUAGES) {
      assertThat(MessageFiles.problems(module, language)).containsKeys(array(codes(module)));
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyTextBelongsToACodeThatIsDocumented(Path module) {
    Set<String> texts = new TreeSet<>();
    MessageFiles.bundles().stream()
        .filter(bundle -> bundle.isOfProblems(module))
        .flatMap(bundle -> bundle.byLanguage().values().stream())
        .forEach(byKey -> texts.addAll(byKey.keySet()));
    Set<String> documented = codes(module);
    documented.addAll(valueCodes());

    assertThat(texts).allSatisfy(key -> assertThat(documented).contains(key.replace(DETAIL, "")));
  }

  @Test
  void everyTextOfTheSuiteBelongsToACodeThatIsDocumented() {
    Set<String> documented = valueCodes();
    modules().forEach(module -> documented.addAll(codes(module)));

    assertThat(MessageFiles.problems(MessageFiles.shared(), "en").keySet())
        .allSatisfy(key -> assertThat(documented).contains(key.replace(DETAIL, "")));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void examplesSayWhatTheServiceSays(Path module) {
    operations(module).stream()
        .flatMap(operation -> operation.responses().values().stream())
        .forEach(response -> assertSaid(module, response));
  }

  static Stream<Path> modules() {
    return functions().map(function -> FunctionModule.of(function).folder()).distinct();
  }

  private static Stream<LambdaFunction> functions() {
    return Repository.template().functions().stream()
        .filter(function -> !function.routes().isEmpty());
  }

  private static List<Operation> operations(Path module) {
    return functions()
        .filter(function -> FunctionModule.of(function).folder().equals(module))
        .flatMap(function -> function.routes().stream())
        .map(route -> DOCUMENT.operations().get(route.routeKey()))
        .toList();
  }

  private static Set<String> codes(Path module) {
    Set<String> codes = new TreeSet<>();
    for (Operation operation : operations(module)) {
      operation.responses().values().forEach(response -> codes.addAll(response.codes()));
    }
    return codes;
  }

  /** The codes of single values. */
  private static Set<String> valueCodes() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT
        .root()
        .at("/components/schemas/ValueError/properties/code/enum")
        .forEach(code -> codes.add(code.stringValue()));
    return codes;
  }

  private static void assertSaid(Path module, Response response) {
    JsonNode examples = response.content().path(ApiDocument.PROBLEM).path("examples");
    for (JsonNode example : examples) {
      Map<String, String> said = new TreeMap<>();
      JsonNode value = example.path("value");
      String code = value.path("code").asString("");
      said.put(code, value.path("title").asString(""));
      if (value.has("detail")) {
        said.put(code + DETAIL, value.path("detail").asString(""));
      }
      value
          .path("errors")
          .forEach(e -> said.put(e.path("code").asString(""), e.path("detail").asString("")));
      assertThat(MessageFiles.LANGUAGES)
          .as("%s %s: %s", response, code, said)
          .anyMatch(
              language ->
                  MessageFiles.problems(module, language).entrySet().containsAll(said.entrySet()));
      assertThat(value.has("detail"))
          .isEqualTo(MessageFiles.problems(module, "en").containsKey(code + DETAIL));
    }
  }

  private static String[] array(Set<String> texts) {
    return texts.toArray(String[]::new);
  }
}
