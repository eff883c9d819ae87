package org.jiuye.local.lambda;

import java.util.Map;
import org.jiuye.template.LambdaFunction;

/** What the cloud tells a function when it starts. */
public interface FunctionSettings {

  /** The function's environment, whole: the template's variables and what Lambda itself gives. */
  Map<String, String> environmentOf(LambdaFunction function);

  /** Spring properties by which the function reaches the emulators with its own access key. */
  Map<String, String> propertiesOf(LambdaFunction function);
}
