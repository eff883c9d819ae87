/**
 * Runs the template's functions as Lambda does: isolated, with time limits and reserved
 * concurrency, and with retries where nobody waits for the answer.
 */
@NullMarked
package org.jiuye.local.lambda;

import org.jspecify.annotations.NullMarked;
