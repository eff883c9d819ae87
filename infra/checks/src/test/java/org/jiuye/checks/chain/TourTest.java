package org.jiuye.checks.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jiuye.checks.Repository;
import org.jiuye.emulators.RunningServices;
import org.jiuye.local.LocalCloud;
import org.jiuye.local.LocalCloudOptions;
import org.jiuye.local.tour.Tour;
import org.jiuye.local.tour.TourFile;
import org.jiuye.local.tour.TourReader;
import org.junit.jupiter.api.Test;

/** The tour of every capability can be walked, so what newcomers read is true. */
class TourTest {

  @Test
  void everyCapabilityHasATour() {
    assertThat(TourReader.readAll(Repository.root()))
        .extracting(TourFile::capability)
        .containsExactlyElementsOf(
            Repository.modules("functions").stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList());
  }

  /** In either order, on the same data; and the county's clock shows real time in the end. */
  @Test
  void theToursAreWalkedTwiceInAnyOrder() throws IOException, InterruptedException {
    LocalCloudOptions options =
        LocalCloudOptions.inMemory(Repository.root().resolve("template.yaml"));
    List<TourFile> tours = TourReader.readAll(Repository.root());

    try (LocalCloud cloud =
        LocalCloud.start(RunningServices.asked().map(options::withServices).orElse(options))) {
      walk(tours, cloud);
      walk(tours.reversed(), cloud);

      assertThat(Duration.between(cloud.clock().instant(), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }

  private static void walk(List<TourFile> tours, LocalCloud cloud) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    boolean walked =
        Tour.walk(
            tours,
            cloud.address().toString(),
            new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(walked).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
  }
}
