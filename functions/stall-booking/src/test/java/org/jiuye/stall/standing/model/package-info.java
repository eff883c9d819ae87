@NullMarked
package org.jiuye.stall.standing.model;

import org.jspecify.annotations.NullMarked;
