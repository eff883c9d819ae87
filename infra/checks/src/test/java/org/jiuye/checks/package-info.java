/**
 * Checks of the house as a whole: its architecture, its contract, and how it behaves end to end.
 */
@NullMarked
package org.jiuye.checks;

import org.jspecify.annotations.NullMarked;
