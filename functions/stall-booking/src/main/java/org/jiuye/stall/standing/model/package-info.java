/** Strikes, bars and what makes one. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.standing.model;

import org.jspecify.annotations.NullMarked;
