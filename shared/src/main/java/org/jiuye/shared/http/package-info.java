/** HTTP functions: strict parsing, routes, answers, idempotency. */
@NullMarked
package org.jiuye.shared.http;

import org.jspecify.annotations.NullMarked;
