package org.jiuye.shared.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import java.util.HashMap;
import java.util.Map;
import org.jiuye.shared.invocation.Priming;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SnapStartTest {
  @Test
  void aFunctionIsPrimedBeforeASnapshotOfIt() {
    Map<String, Object> settings = new HashMap<>(FunctionSettings.http());
    settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

    try (ConfigurableApplicationContext context = StartUpTest.start(settings)) {
      assertThat(context.getBeansOfType(Priming.class)).isNotEmpty();
      Resource resource = context.getBean("snapStart", Resource.class);
      // No endpoint answers here and no credentials are there: it needs neither.
      assertThatCode(() -> resource.beforeCheckpoint(Core.getGlobalContext()))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void anOrdinaryStartPreparesNoSnapshot() {
    try (ConfigurableApplicationContext context = StartUpTest.start(FunctionSettings.http())) {
      assertThat(context.getBeanFactory().containsSingleton("snapStart")).isFalse();
    }
  }
}
