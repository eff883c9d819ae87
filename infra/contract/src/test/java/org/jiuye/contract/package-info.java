@NullMarked
package org.jiuye.contract;

import org.jspecify.annotations.NullMarked;
