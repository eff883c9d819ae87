package org.jiuye.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jiuye.shared.json.Json;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import org.jiuye.template.TemplateReader;
import org.jiuye.template.TemplateSizes;
import org.jiuye.testing.TestCloud;
import tools.jackson.databind.node.ObjectNode;

/**
 * How near the template comes to what the cloud allows, as it stands and with as many capabilities
 * as the suite will have: those that are missing are copies of one that is there.
 */
final class TemplateFigures {
  private static final int CAPABILITIES = 18;
  private static final String COPIED = "LoanPrecheck";
  private static final String DOCUMENT = "infra/contract/target/gateway.json";

  private static final String ROW = "%-38s %10s %8s %9s";

  private final Path root = TestCloud.root();

  /** The figures as a table: what, the limit, as it stands, with eighteen capabilities. */
  List<String> measure() {
    Path now = root.resolve("template.yaml");
    Path then = eighteen();
    TemplateSizes present = new TemplateSizes(read(now));
    TemplateSizes later = new TemplateSizes(read(then));
    List<String> lines = new ArrayList<>();
    lines.add(ROW.formatted("", "limit", "now", "eighteen"));
    lines.add(
        line(
            "resources of the county's stack",
            500,
            countyOf(present.resources()),
            countyOf(later.resources())));
    lines.add(line("resources of the largest stack", 500, present.resources(), later.resources()));
    lines.add(line("integrations of the API", 300, present.integrations(), later.integrations()));
    lines.add(
        line(
            "bytes of a function's resource policy",
            20_480,
            present.resourcePolicies(),
            later.resourcePolicies()));
    lines.add(
        line(
            "bytes of a role's inline policies",
            10_240,
            present.inlinePolicies(),
            later.inlinePolicies()));
    lines.add(
        line("bytes of a function's variables", 4_096, present.variables(), later.variables()));
    lines.add(line("bytes of template.yaml", 51_200, size(now), size(then)));
    lines.add(
        line(
            "bytes of the API's document",
            1_048_576,
            size(root.resolve(DOCUMENT)),
            size(then.resolveSibling("gateway.json"))));
    return lines;
  }

  private static int countyOf(Map<String, Integer> resources) {
    return Objects.requireNonNull(resources.get(TemplateSizes.ROOT));
  }

  private static String line(
      String what, int limit, Map<String, Integer> now, Map<String, Integer> eighteen) {
    return line(what, limit, TemplateSizes.greatest(now), TemplateSizes.greatest(eighteen));
  }

  private static String line(String what, int limit, int now, int eighteen) {
    return ROW.formatted(
        what, Texts.number(limit, 0), Texts.number(now, 0), Texts.number(eighteen, 0));
  }

  /** The template with copies of a capability, each with routes, an integration and a queue. */
  private Path eighteen() {
    try {
      Path folder = Files.createTempDirectory("jiuye-eighteen");
      String template = Files.readString(root.resolve("template.yaml"));
      int begin = template.indexOf("  " + COPIED + ":\n");
      int end = template.indexOf("\nOutputs:");
      String block = template.substring(begin, end);
      ObjectNode document =
          (ObjectNode) Json.MAPPER.readTree(Files.readString(root.resolve(DOCUMENT)));
      StringBuilder blocks = new StringBuilder();
      StringBuilder queues = new StringBuilder();
      int present = read(root.resolve("template.yaml")).stacks().size();
      for (int number = present + 1; number <= CAPABILITIES; number++) {
        String name = "Capability%02d".formatted(number);
        blocks.append('\n').append(block.replace(COPIED, name));
        // As long as the names that the cloud makes are.
        queues
            .append(", \"jiuye-")
            .append(name)
            .append("-1ABCDEFGHIJKL-EventQueue-abcdefghijkl\": ")
            .append("[\"org.jiuye.first.\", \"org.jiuye.second.\", \"org.jiuye.third.\"]");
        copyRoutes(document, name);
      }
      Files.writeString(folder.resolve("gateway.json"), document.toPrettyString());
      Path file = folder.resolve("template.yaml");
      Files.writeString(
          file,
          (template.substring(0, end) + blocks + template.substring(end))
              .replace(DOCUMENT, "gateway.json")
              .replace("functions/", root.resolve("functions") + "/")
              .replace("\"org.jiuye.\"]}'", "\"org.jiuye.\"]" + queues + "}'"));
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void copyRoutes(ObjectNode document, String name) {
    String integrations = "x-amazon-apigateway-integrations";
    ObjectNode components = (ObjectNode) document.path("components").path(integrations);
    components.set(
        name, Json.MAPPER.readTree(components.path(COPIED).toString().replace(COPIED, name)));
    ObjectNode paths = (ObjectNode) document.path("paths");
    for (String path : List.copyOf(paths.propertyNames())) {
      String routes = paths.path(path).toString();
      if (routes.contains("/" + COPIED + "\"")) {
        paths.set(
            "/" + name.toLowerCase(Locale.ROOT) + path,
            Json.MAPPER.readTree(routes.replace("/" + COPIED + "\"", "/" + name + "\"")));
      }
    }
  }

  private static CloudTemplate read(Path file) {
    return TemplateReader.read(file, TestCloud.PARAMETERS, LocalNames.notRunning());
  }

  private static int size(Path file) {
    try {
      return Math.toIntExact(Files.size(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
