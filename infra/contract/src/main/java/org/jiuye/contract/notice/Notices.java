package org.jiuye.contract.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiuye.contract.event.EventCatalog;
import org.jiuye.contract.event.Hears;
import org.jiuye.contract.schema.FileSchema;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.Place;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts together who hears of which events, and in which words, of what each capability says in its
 * {@code notices.yaml}.
 */
public final class Notices {
  private static final String NOTICES = "notices.yaml";
  private static final String HEARS = "hears.yaml";

  private final Path repository;
  private final Findings findings = new Findings();
  private final List<NoticeFile> files = new ArrayList<>();

  private Notices(Path repository) {
    this.repository = repository;
    EventCatalog catalog = EventCatalog.of(repository);
    FileSchema schema = FileSchema.of(repository.resolve("infra/contract/notices.schema.json"));
    for (Path folder : capabilities()) {
      String capability = String.valueOf(folder.getFileName());
      Path hears = folder.resolve(HEARS);
      if (Files.exists(hears)) {
        Hears.check(
            repository,
            capability,
            SourceFile.read(repository, hears, findings),
            catalog,
            findings);
      }
      Path notices = folder.resolve(NOTICES);
      if (Files.exists(notices)) {
        SourceFile file = SourceFile.read(repository, notices, findings);
        if (schema.check(file, findings)) {
          files.add(new NoticeFile(capability, file, catalog, duties(folder), findings));
        }
      } else if (!catalog.toldBy(capability).isEmpty()) {
        findings.add(
            new Place(repository.relativize(notices).toString(), 1),
            "%s tells events, but does not say here who hears of them".formatted(capability));
      }
    }
    files.forEach(NoticeFile::check);
    templateNames();
    findings.refuse();
  }

  /**
   * Reads the notices of a repository.
   *
   * @throws org.jiuye.contract.source.ContractException where they are wrong, naming all that is
   */
  public static Notices of(Path repository) {
    return new Notices(repository);
  }

  /**
   * Writes {@code notices.json}, by which notifications are made, and {@code words.json}, by which
   * they are written out.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    JsonMapper mapper = new JsonMapper();
    Files.writeString(folder.resolve("notices.json"), mapper.writeValueAsString(rules()));
    Files.writeString(folder.resolve("words.json"), mapper.writeValueAsString(words()));
  }

  /** By type of event, the notices that it gives rise to. */
  ObjectNode rules() {
    ObjectNode rules = JsonNodeFactory.instance.objectNode();
    for (NoticeFile notices : files) {
      SourceFile file = notices.file();
      for (Map.Entry<String, JsonNode> type : file.at(NoticeFile.EVENTS).properties()) {
        ArrayNode list = rules.putArray(type.getKey());
        for (JsonNode notice : type.getValue()) {
          JsonNode template =
              file.at(NoticeFile.TEMPLATES).path(notice.path("template").asString());
          ObjectNode rule = list.addObject();
          rule.set("to", notice.path("to"));
          if (notice.has("when")) {
            rule.set("when", notice.path("when"));
          }
          rule.set("template", notice.path("template"));
          rule.set("version", template.path("version"));
          ObjectNode fields = rule.putObject("fields");
          for (JsonNode field : template.path("fields")) {
            fields.set(field.asString(), file.at(NoticeFile.FIELDS).path(field.asString()));
          }
        }
      }
    }
    return rules;
  }

  /** By template and version, the words; by capability, those of its codes. */
  ObjectNode words() {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    ObjectNode templates = words.putObject("templates");
    ObjectNode codes = words.putObject("codes");
    for (NoticeFile notices : files) {
      SourceFile file = notices.file();
      if (file.root().has("codes")) {
        codes.set(notices.capability(), file.at(NoticeFile.CODES));
      }
      for (Map.Entry<String, JsonNode> entry : file.at(NoticeFile.TEMPLATES).properties()) {
        ObjectNode template = templates.putObject(entry.getKey());
        template.put("capability", notices.capability());
        ObjectNode versions = template.putObject("versions");
        Map<String, FieldKind> kinds = kinds(file, entry.getValue());
        Stream.concat(Stream.of(entry.getValue()), entry.getValue().path("earlier").valueStream())
            .forEach(
                version ->
                    versions.set(
                        version.path("version").asString(),
                        new Wording(version).spelledOut(kinds)));
      }
    }
    return words;
  }

  private static Map<String, FieldKind> kinds(SourceFile file, JsonNode template) {
    Map<String, FieldKind> kinds = new LinkedHashMap<>();
    for (JsonNode field : template.path("fields")) {
      FieldKind.of(file.at(NoticeFile.FIELDS).path(field.asString()))
          .ifPresent(kind -> kinds.put(field.asString(), kind));
    }
    return kinds;
  }

  /** A notification names its template alone, so no two capabilities may use the same name. */
  private void templateNames() {
    Map<String, String> owners = new TreeMap<>();
    for (NoticeFile notices : files) {
      for (String name : notices.file().at(NoticeFile.TEMPLATES).propertyNames()) {
        String other = owners.putIfAbsent(name, notices.capability());
        if (other != null) {
          JsonPointer place = NoticeFile.TEMPLATES.appendProperty(name);
          findings.add(
              notices.file().place(place), "%s has a template %s, too".formatted(other, name));
        }
      }
    }
  }

  /** The duties that somebody can have: the capability's own and the suite's. */
  private Set<String> duties(Path capability) {
    Set<String> duties = new TreeSet<>();
    for (Path file :
        List.of(
            capability.resolve("seeds/duties.yaml"),
            repository.resolve("seeds/schemas/duties.yaml"))) {
      if (Files.exists(file)) {
        SourceFile.read(repository, file, findings)
            .root()
            .path("duties")
            .forEach(duty -> duties.add(duty.path("duty").asString("")));
      }
    }
    return duties;
  }

  private List<Path> capabilities() {
    try (Stream<Path> entries = Files.list(repository.resolve("functions"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
