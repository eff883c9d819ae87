package org.jiuye.checks.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jiuye.checks.Repository;
import org.jiuye.template.CloudTemplate;
import org.jiuye.template.LocalNames;
import org.jiuye.template.TemplateReader;
import org.jiuye.testing.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One template says what several did. */
class FlattenedTest {
  @Test
  void theFlattenedTemplateDeclaresTheSame(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, Flattened.of(Repository.root().resolve("template.yaml")));

    CloudTemplate flat = TemplateReader.read(file, TestCloud.PARAMETERS, LocalNames.notRunning());
    CloudTemplate nested = Repository.template();

    assertThat(flat.stacks()).isEmpty();
    assertThat(flat.tables()).isEqualTo(nested.tables());
    assertThat(flat.queues()).containsExactlyInAnyOrderElementsOf(nested.queues());
    assertThat(flat.functions()).containsExactlyInAnyOrderElementsOf(nested.functions());
    assertThat(flat.permissions()).containsExactlyInAnyOrderElementsOf(nested.permissions());
    assertThat(flat.apis()).isEqualTo(nested.apis());
  }
}
