/**
 * What the local cloud puts on each function's class path: it calls the handler and hands the
 * function its environment, its settings and the county's clock. Between the two sides of the class
 * loaders pass types of the JDK alone.
 */
@NullMarked
package org.jiuye.guest;

import org.jspecify.annotations.NullMarked;
