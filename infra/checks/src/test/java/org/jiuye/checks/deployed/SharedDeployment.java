package org.jiuye.checks.deployed;

import java.util.stream.Stream;
import org.jiuye.checks.Repository;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the one {@link Deployment}, which the first of them starts and JUnit closes at the
 * end; after each test it makes sure that no function has told what it must not.
 */
final class SharedDeployment implements ParameterResolver, AfterEachCallback {
  /** Every function of the template, also those that come later. */
  static Stream<String> functions() {
    return Repository.template().functions().stream().map(LambdaFunction::logicalId);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Deployment.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return deployment(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    deployment(context).functions().forEach(DeployedFunction::assertSilent);
  }

  private static Deployment deployment(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedDeployment.class))
        .computeIfAbsent(Deployment.class, _ -> new Deployment(), Deployment.class);
  }
}
