/** Which events give rise to which notices, and whom those go to. */
@NullMarked
package org.jiuye.notification.delivery.model;

import org.jspecify.annotations.NullMarked;
