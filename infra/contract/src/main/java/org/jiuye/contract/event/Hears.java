package org.jiuye.contract.event;

import java.nio.file.Path;
import java.util.Optional;
import org.jiuye.contract.schema.FileSchema;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What capabilities hear of one another: {@code functions/<capability>/hears.yaml} names the types
 * of event and the fields that it relies on, which the schema of who tells them must have.
 */
public final class Hears {
  private Hears() {}

  /** Checks the file of one capability. */
  public static void check(
      Path repository,
      String capability,
      SourceFile file,
      EventCatalog catalog,
      Findings findings) {
    if (!FileSchema.of(repository.resolve("infra/contract/hears.schema.json"))
        .check(file, findings)) {
      return;
    }
    for (String type : file.root().propertyNames()) {
      JsonPointer place = JsonPointer.empty().appendProperty(type);
      Optional<EventType> told = catalog.find(type);
      if (told.isEmpty()) {
        findings.add(file.place(place), "nobody tells %s".formatted(type));
      } else if (told.get().capability().equals(capability)) {
        findings.add(file.place(place), "%s tells %s itself".formatted(capability, type));
      } else {
        fields(file, place.appendProperty("fields"), told.get(), true, findings);
        fields(file, place.appendProperty("sometimes"), told.get(), false, findings);
      }
    }
  }

  private static void fields(
      SourceFile file, JsonPointer place, EventType told, boolean always, Findings findings) {
    int index = 0;
    for (JsonNode field : file.at(place)) {
      String name = field.asString();
      JsonPointer at = place.appendIndex(index++);
      if (told.field(name).isEmpty()) {
        findings.add(file.place(at), "%s has no field %s".formatted(told.type(), name));
      } else if (told.alwaysHolds(name) != always) {
        findings.add(
            file.place(at),
            (always
                    ? "%s does not always hold %s: name it under sometimes"
                    : "%s always holds %s: name it under fields")
                .formatted(told.type(), name));
      }
    }
  }
}
