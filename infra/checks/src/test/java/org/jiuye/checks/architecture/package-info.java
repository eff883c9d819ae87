/** The rules of the house, as the README draws it, and proof that each catches a wrong arrow. */
@NullMarked
package org.jiuye.checks.architecture;

import org.jspecify.annotations.NullMarked;
