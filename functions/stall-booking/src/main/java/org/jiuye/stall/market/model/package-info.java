/**
 * Outcomes of a market day and the hires among them. Pure Java: no Spring, no AWS, no clock of its
 * own.
 */
@NullMarked
package org.jiuye.stall.market.model;

import org.jspecify.annotations.NullMarked;
