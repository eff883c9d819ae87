package org.jiuye.shared.invocation;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** Primes a function before Lambda takes a snapshot of it. */
final class SnapStart implements Resource {
  private final List<Priming> primings;

  private SnapStart(Collection<Priming> primings) {
    this.primings = List.copyOf(primings);
  }

  /** Registers with Lambda's runtime, which alone has the interfaces of this class. */
  static void prepare(ConfigurableApplicationContext context) {
    SnapStart resource = new SnapStart(context.getBeansOfType(Priming.class).values());
    // The runtime refers to it only weakly.
    context.getBeanFactory().registerSingleton("snapStart", resource);
    Core.getGlobalContext().register(resource);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    primings.forEach(Priming::prime);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
