package org.jiuye.checks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jiuye.checks.Repository;
import org.jiuye.checks.contract.ApiDocument.Operation;
import org.jiuye.template.LambdaFunction;
import org.junit.jupiter.api.Test;

/** Document and template name the same routes, and the same of them are public. */
class RoutesTest {
  @Test
  void theDocumentDescribesTheRoutesOfTheTemplateAndNoOthers() {
    Map<String, Boolean> publicInTemplate = new TreeMap<>();
    for (LambdaFunction function : Repository.template().functions()) {
      for (LambdaFunction.Route route : function.routes()) {
        publicInTemplate.put(route.routeKey(), route.isPublic());
      }
    }
    Map<String, Boolean> publicInDocument = new TreeMap<>();
    for (Operation operation : ApiDocument.read().operations().values()) {
      publicInDocument.put(operation.routeKey(), operation.isPublic());
    }

    assertThat(publicInDocument).isNotEmpty().isEqualTo(publicInTemplate);
  }
}
