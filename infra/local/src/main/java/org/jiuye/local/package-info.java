/** The local cloud: runs a template whole in one JVM. */
@NullMarked
package org.jiuye.local;

import org.jspecify.annotations.NullMarked;
