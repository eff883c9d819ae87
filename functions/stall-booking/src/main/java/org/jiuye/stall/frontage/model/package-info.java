/** Frontages, their places and their rules. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.frontage.model;

import org.jspecify.annotations.NullMarked;
