package org.jiuye.contract.source;

import java.nio.file.Path;
import java.util.Map;
import org.jiuye.yaml.JsonBuilder;
import org.jiuye.yaml.YamlDocument;
import org.jiuye.yaml.YamlError;
import org.jiuye.yaml.YamlException;
import org.jiuye.yaml.YamlReader;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML file, read as JSON; it knows the line of each of its parts. */
public final class SourceFile {
  private final String name;
  private final YamlDocument<? extends JsonNode> document;

  private SourceFile(String name, YamlDocument<? extends JsonNode> document) {
    this.name = name;
    this.document = document;
  }

  /** Reads a file of a repository; what cannot be read is empty. */
  public static SourceFile read(Path repository, Path file, Findings findings) {
    String name = repository.relativize(file).toString();
    try {
      YamlDocument<JsonNode> document = YamlReader.read(file, new NothingMissing(name, findings));
      if (document.root() instanceof ObjectNode) {
        return new SourceFile(name, document);
      }
      findings.add(new Place(name, 1), "a mapping is expected");
    } catch (YamlException malformed) {
      for (YamlError error : malformed.errors()) {
        String reason = error.pointer().isEmpty() ? "" : error.pointer() + " ";
        findings.add(new Place(name, error.place().line()), reason + error.reason());
      }
    }
    return new SourceFile(
        name, new YamlDocument<>(JsonNodeFactory.instance.objectNode(), Map.of(), Map.of()));
  }

  /** The whole file; empty where it cannot be read. */
  public ObjectNode root() {
    return (ObjectNode) document.root();
  }

  /** A part of the file; missing where there is none. */
  public JsonNode at(JsonPointer pointer) {
    return root().at(pointer);
  }

  /** Where a part begins: the line of its key, or of its entry in a list. */
  public Place place(JsonPointer pointer) {
    return new Place(name, document.key(pointer.toString()).line());
  }

  /** Finds values that are missing, for JSON Schema's {@code null} is of no use to the contract. */
  private static final class NothingMissing extends JsonBuilder {
    private final String name;
    private final Findings findings;

    NothingMissing(String name, Findings findings) {
      this.name = name;
      this.findings = findings;
    }

    @Override
    public JsonNode scalar(org.jiuye.yaml.Place place, Kind kind, String text) {
      if (kind == Kind.NULL) {
        findings.add(new Place(name, place.line()), "a value is missing");
      }
      return super.scalar(place, kind, text);
    }
  }
}
