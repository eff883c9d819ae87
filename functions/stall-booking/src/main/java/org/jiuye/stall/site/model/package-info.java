/** Sites and their sessions. Pure Java: no Spring, no AWS, no clock of its own. */
@NullMarked
package org.jiuye.stall.site.model;

import org.jspecify.annotations.NullMarked;
