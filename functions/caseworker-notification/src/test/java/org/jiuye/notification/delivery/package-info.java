/** Tests of the notices of this package. */
@NullMarked
package org.jiuye.notification.delivery;

import org.jspecify.annotations.NullMarked;
