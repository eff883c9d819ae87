package org.jiuye.shared.invocation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.messaging.converter.CompositeMessageConverter;

/**
 * A catalog whose functions get each event as it came. Spring Cloud Function's conversions are left
 * out, rather than done without effect.
 */
final class RawFunctions extends SimpleFunctionRegistry {
  RawFunctions(NoConversion noConversion) {
    super(
        new GenericConversionService(),
        new CompositeMessageConverter(List.of(noConversion)),
        noConversion);
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // The overridden method is so.
  public <T> T lookup(@Nullable Class<?> type, String definition, String... outputTypes) {
    T found = super.lookup(type, definition, outputTypes);
    if (found instanceof FunctionInvocationWrapper function) {
      function.setSkipInputConversion(true);
    }
    return found;
  }
}
