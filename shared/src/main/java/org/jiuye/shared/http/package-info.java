/** HTTP functions: strict parsing, routes, callers, problems, idempotency, pages. */
@NullMarked
package org.jiuye.shared.http;

import org.jspecify.annotations.NullMarked;
