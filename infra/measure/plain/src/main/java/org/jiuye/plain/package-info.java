/** A Lambda handler without any framework: what the functions are measured against. */
@NullMarked
package org.jiuye.plain;

import org.jspecify.annotations.NullMarked;
