package org.jiuye.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jiuye.contract.notice.Notices;
import org.jiuye.contract.source.ContractException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the contract: {@code openapi.yaml} for clients, {@code gateway.json} for the gateway, and
 * what notifications are made and written out by.
 */
public final class ContractMain {
  private ContractMain() {}

  /**
   * Puts the contract of a repository together.
   *
   * @param arguments the repository's folder, and the folder that the files are written to
   */
  public static void main(String[] arguments) throws IOException {
    Path repository = Path.of(arguments[0]).toRealPath();
    Path target = Path.of(arguments[1]);
    try {
      Assembly assembly = Assembly.of(repository);
      Files.createDirectories(target);
      Files.writeString(target.resolve("openapi.yaml"), YamlText.of(assembly.document()));
      Files.writeString(
          target.resolve("gateway.json"),
          new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(assembly.gateway())
              + "\n");
      Notices.of(repository).write(target.resolve("notices"));
    } catch (ContractException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    }
  }
}
