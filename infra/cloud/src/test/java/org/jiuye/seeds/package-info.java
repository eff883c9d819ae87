/** Tests of the seeds and of their loading. */
@NullMarked
package org.jiuye.seeds;

import org.jspecify.annotations.NullMarked;
