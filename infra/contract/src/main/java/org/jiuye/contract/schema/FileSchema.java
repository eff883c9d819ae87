package org.jiuye.contract.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jiuye.contract.source.Findings;
import org.jiuye.contract.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of a kind of file that capabilities write. */
public final class FileSchema {
  private final ObjectNode schema;
  private final Schemas schemas;

  private FileSchema(ObjectNode schema) {
    this.schema = schema;
    this.schemas = Schemas.of(List.of(schema));
  }

  /** Reads a schema. */
  public static FileSchema of(Path file) {
    try {
      return new FileSchema((ObjectNode) new JsonMapper().readTree(Files.readString(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Adds what is wrong with a file, by line; answers whether nothing is. */
  public boolean check(SourceFile file, Findings findings) {
    List<Schemas.Deviation> deviations = schemas.deviations(schema, file.root());
    deviations.forEach(
        deviation -> findings.add(file.place(deviation.place()), deviation.toString()));
    return deviations.isEmpty();
  }
}
