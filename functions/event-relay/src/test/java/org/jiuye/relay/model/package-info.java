/** Tests of what the relay decides. */
@NullMarked
package org.jiuye.relay.model;

import org.jspecify.annotations.NullMarked;
