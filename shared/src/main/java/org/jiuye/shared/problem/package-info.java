/** What a request is answered with where the answer is no. */
@NullMarked
package org.jiuye.shared.problem;

import org.jspecify.annotations.NullMarked;
