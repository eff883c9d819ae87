/**
 * Functions run as Lambda runs them: by Spring Cloud Function's invoker, with a function's
 * settings.
 */
@NullMarked
package org.jiuye.shared.runtime;

import org.jspecify.annotations.NullMarked;
