/** What the template must say, and must not, of whatever it declares. */
@NullMarked
package org.jiuye.checks.template;

import org.jspecify.annotations.NullMarked;
