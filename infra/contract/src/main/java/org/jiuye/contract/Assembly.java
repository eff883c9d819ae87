package org.jiuye.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiuye.contract.source.ContractException;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the contract together, from the frame and from what the capabilities say. */
public final class Assembly {
  /** The security scheme of operations that need a token. */
  static final String TOKEN = "Jwt";

  private static final String SCHEMAS = "schemas";
  private static final String PARAMETERS = "parameters";
  private static final String HEADERS = "headers";
  private static final String RESPONSES = "responses";

  private final Frame frame;
  private final List<Part> capabilities;
  private final Map<String, ProblemKind> problems;
  private final ObjectNode document;

  private Assembly(Frame frame, List<Part> capabilities, Findings findings) {
    this.frame = frame;
    this.capabilities = capabilities;
    Checks checks = new Checks(frame, capabilities, findings);
    this.problems = checks.problems();
    checks.operations(problems);
    checks.names();
    parts().forEach(part -> Dialect.check(part, findings));
    findings.refuse();
    this.document = assemble();
    new References(document, findings).check(parts());
    findings.refuse();
  }

  /**
   * Reads the contract of a repository: {@code infra/contract/frame.yaml}, each {@code
   * functions/<capability>/api.yaml} and the message files beside them.
   *
   * @throws ContractException when it is wrong, naming all that is
   */
  public static Assembly of(Path repository) {
    Findings findings = new Findings();
    Path shared = repository.resolve("shared");
    Frame frame =
        new Frame(
            new Part(
                "frame",
                SourceFile.read(
                    repository, repository.resolve("infra/contract/frame.yaml"), findings),
                Texts.of(shared)));
    List<Part> capabilities = new ArrayList<>();
    for (Path folder : folders(repository.resolve("functions"))) {
      Path file = folder.resolve("api.yaml");
      if (Files.exists(file)) {
        capabilities.add(
            new Part(
                folder.getFileName().toString(),
                SourceFile.read(repository, file, findings),
                Texts.of(shared, folder)));
      }
    }
    findings.refuse();
    return new Assembly(frame, capabilities, findings);
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The document for clients, OpenAPI 3.1. */
  public ObjectNode document() {
    return document.deepCopy();
  }

  /** What the gateway is configured from. */
  public ObjectNode gateway() {
    Set<String> taken = new TreeSet<>(Set.of("authorization", "content-type"));
    for (JsonNode parameters : document.findValues(PARAMETERS)) {
      for (JsonNode parameter : parameters) {
        if (parameter.path("in").asString("").equals("header")) {
          taken.add(parameter.path("name").asString("").toLowerCase(Locale.ROOT));
        }
      }
    }
    Set<String> answered = new TreeSet<>();
    for (JsonNode responses : document.findValues(RESPONSES)) {
      for (JsonNode response : responses) {
        response
            .path(HEADERS)
            .propertyNames()
            .forEach(name -> answered.add(name.toLowerCase(Locale.ROOT)));
      }
    }
    return GatewayDocument.of(capabilities, taken, answered);
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>(List.of(frame.part()));
    parts.addAll(capabilities);
    return parts;
  }

  private ObjectNode assemble() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    ObjectNode common = frame.part().file().root();
    List.of("openapi", "info", "servers").forEach(key -> whole.set(key, common.path(key)));
    for (Part capability : capabilities) {
      capability.file().at(Part.pointer("tags")).forEach(whole.withArray("tags")::add);
    }
    ObjectNode paths = whole.putObject("paths");
    ObjectNode components = whole.putObject("components");
    components.set("securitySchemes", common.at("/components/securitySchemes"));
    List.of(PARAMETERS, HEADERS, RESPONSES, SCHEMAS).forEach(components::putObject);
    for (Part part : parts()) {
      for (String kind : List.of(PARAMETERS, HEADERS, SCHEMAS)) {
        part.entries(Part.pointer("components", kind))
            .forEach(
                entry ->
                    components.withObjectProperty(kind).set(entry.key(), entry.value().deepCopy()));
      }
    }
    problemSchemas(components.withObjectProperty(SCHEMAS));
    Map<Part.Operation, Map<Integer, ErrorResponses.Response>> errors = new LinkedHashMap<>();
    ErrorResponses responses = new ErrorResponses(frame, problems);
    for (Part capability : capabilities) {
      capability.operations().forEach(operation -> errors.put(operation, responses.of(operation)));
    }
    Set<ErrorResponses.Response> several = severalTimes(errors);
    several.stream()
        .sorted(Comparator.comparing(ErrorResponses.Response::name))
        .forEach(
            response ->
                components.withObjectProperty(RESPONSES).set(response.name(), response.node()));
    for (Part capability : capabilities) {
      for (Part.Entry path : capability.entries(Part.PATHS)) {
        paths.set(path.key(), path.value().deepCopy());
      }
    }
    errors.forEach(
        (operation, found) ->
            ((ObjectNode) paths.path(operation.path()))
                .set(operation.method(), written(operation, found, several)));
    return whole;
  }

  private void problemSchemas(ObjectNode schemas) {
    new TreeMap<>(problems)
        .forEach((_, kind) -> schemas.set(kind.schemaName(), kind.schema(frame.problemSchema())));
    Set<String> codes = new TreeSet<>();
    parts().forEach(part -> codes.addAll(Checks.valueCodes(part)));
    problems.values().stream()
        .filter(kind -> kind.field().isPresent() && kind.valueCode().equals(kind.code()))
        .forEach(kind -> codes.add(kind.code()));
    codes.forEach(schemas.withObject("/ValueError/properties/code").withArray("enum")::add);
  }

  /** The responses that stand in several operations alike: they are written once. */
  private static Set<ErrorResponses.Response> severalTimes(
      Map<Part.Operation, Map<Integer, ErrorResponses.Response>> errors) {
    Map<ErrorResponses.Response, Integer> counts = new LinkedHashMap<>();
    Map<String, Set<ErrorResponses.Response>> byName = new TreeMap<>();
    for (Map<Integer, ErrorResponses.Response> responses : errors.values()) {
      for (ErrorResponses.Response response : responses.values()) {
        counts.merge(response, 1, Integer::sum);
        byName.computeIfAbsent(response.name(), _ -> new LinkedHashSet<>()).add(response);
      }
    }
    counts.entrySet().removeIf(entry -> entry.getValue() == 1);
    // The same problems may have other texts, or other examples, elsewhere.
    for (Set<ErrorResponses.Response> alike : byName.values()) {
      alike.stream()
          .sorted(Comparator.comparingInt(response -> -counts.getOrDefault(response, 0)))
          .skip(1)
          .forEach(counts::remove);
    }
    return counts.keySet();
  }

  /** An operation with all that it shares with others. */
  private ObjectNode written(
      Part.Operation operation,
      Map<Integer, ErrorResponses.Response> errors,
      Set<ErrorResponses.Response> several) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> entry : operation.node().properties()) {
      if (!entry.getKey().equals(Part.Operation.OWN_PROBLEMS)) {
        written.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
    for (String parameter : frame.parameters(operation)) {
      written.withArray(PARAMETERS).addObject().put("$ref", "#/components/parameters/" + parameter);
    }
    ObjectNode responses = written.withObjectProperty(RESPONSES);
    errors.forEach(
        (status, response) ->
            responses.set(
                Integer.toString(status),
                several.contains(response)
                    ? responses
                        .objectNode()
                        .put("$ref", "#/components/responses/" + response.name())
                    : response.node()));
    // Parameters were perhaps added last; they are read before the answers.
    written.set(RESPONSES, written.remove(RESPONSES));
    return written;
  }
}
