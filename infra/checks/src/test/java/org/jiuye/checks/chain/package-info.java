/**
 * The whole suite, end to end: {@code template.yaml} and the packages that it names, run by the
 * local cloud, called over HTTP.
 */
@NullMarked
package org.jiuye.checks.chain;

import org.jspecify.annotations.NullMarked;
