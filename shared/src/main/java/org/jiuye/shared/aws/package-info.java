/** The way to AWS's services: where they are, who asks, over which HTTP client, and how often. */
@NullMarked
package org.jiuye.shared.aws;

import org.jspecify.annotations.NullMarked;
