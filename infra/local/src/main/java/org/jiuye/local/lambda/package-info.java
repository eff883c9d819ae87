/**
 * Runs the template's functions as Lambda does: isolated, with time limits and reserved
 * concurrency.
 */
@NullMarked
package org.jiuye.local.lambda;

import org.jspecify.annotations.NullMarked;
