/**
 * The packages that the template deploys, each in a fresh process under AWS's runtime interface
 * client: what is deployed is what was tested.
 */
@NullMarked
package org.jiuye.checks.deployed;

import org.jspecify.annotations.NullMarked;
