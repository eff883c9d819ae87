package org.jiuye.bench;

import java.util.function.Supplier;
import org.jiuye.runtime.Launch;

/**
 * What is measured.
 *
 * @param name of the function, and the client where it is not the functions' own
 * @param launch how its process is started
 * @param event makes an event that it answers with a write
 */
record Subject(String name, Launch launch, Supplier<byte[]> event) {
  Subject named(String other) {
    return new Subject(other, launch, event);
  }

  Subject launched(Launch other) {
    return new Subject(name, other, event);
  }
}
