@NullMarked
package org.jiuye.local.tour;

import org.jspecify.annotations.NullMarked;
