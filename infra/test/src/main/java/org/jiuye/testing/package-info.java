/**
 * Runs a function in a test as the cloud would: the template settings and role, real events, a
 * clock to move.
 */
@NullMarked
package org.jiuye.testing;

import org.jspecify.annotations.NullMarked;
