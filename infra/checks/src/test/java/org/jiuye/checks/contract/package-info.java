/** The HTTP contract: document, template, code and real answers say the same. */
@NullMarked
package org.jiuye.checks.contract;

import org.jspecify.annotations.NullMarked;
