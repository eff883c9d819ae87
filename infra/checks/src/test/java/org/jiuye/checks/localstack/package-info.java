/** The suite on LocalStack, in a container: another cloud than the one embedded in this JVM. */
@NullMarked
package org.jiuye.checks.localstack;

import org.jspecify.annotations.NullMarked;
