package org.jiuye.local.lambda;

import java.util.List;

/** The functions of the template that runs. */
public interface FunctionRuntimes {

  /**
   * The function of this name in the template.
   *
   * @throws IllegalArgumentException when the template declares none
   */
  FunctionRuntime of(String logicalId);

  /** All functions, in the template's order. */
  List<FunctionRuntime> all();
}
