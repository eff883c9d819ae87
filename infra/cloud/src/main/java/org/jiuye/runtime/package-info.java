/** Runs a deployable package in a process of its own, under AWS's runtime interface client. */
@NullMarked
package org.jiuye.runtime;

import org.jspecify.annotations.NullMarked;
