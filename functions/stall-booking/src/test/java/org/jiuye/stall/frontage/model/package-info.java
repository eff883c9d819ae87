@NullMarked
package org.jiuye.stall.frontage.model;

import org.jspecify.annotations.NullMarked;
