package org.jiuye.checks.localstack;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.jiuye.emulators.RunningServices;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs tests that others have written, as they are, with table and queues elsewhere. */
final class Elsewhere {
  private final Map<String, String> properties;

  /**
   * Tests in other services.
   *
   * @param properties the system properties that name them, see {@link RunningServices#asked}
   */
  Elsewhere(Map<String, String> properties) {
    this.properties = properties;
  }

  /** The names of the test classes in folders that have a tag. */
  static List<String> tagged(String tag, Set<Path> folders) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClasspathRoots(folders))
            .filters(includeClassNamePatterns(".*Test"), TagFilter.includeTags(tag))
            .build();
    TestPlan plan = LauncherFactory.create().discover(request);
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .map(TestIdentifier::getSource)
        .flatMap(Optional::stream)
        .filter(ClassSource.class::isInstance)
        .map(source -> ((ClassSource) source).getClassName())
        .distinct()
        .sorted()
        .toList();
  }

  /** Runs a test class, of which every test must pass. */
  void pass(String testClass) {
    DiscoverySelector selector = DiscoverySelectors.selectClass(testClass);
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    properties.forEach(System::setProperty);
    try {
      launcher.execute(
          LauncherDiscoveryRequestBuilder.request().selectors(selector).build(), listener);
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
    check(listener.getSummary());
  }

  private static void check(TestExecutionSummary summary) {
    SoftAssertions all = new SoftAssertions();
    summary
        .getFailures()
        .forEach(
            failure ->
                all.fail(failure.getTestIdentifier().getDisplayName(), failure.getException()));
    all.assertThat(summary.getTestsSucceededCount()).as("tests that passed").isPositive();
    all.assertAll();
  }
}
