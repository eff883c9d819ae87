@NullMarked
package org.jiuye.stall.employer.model;

import org.jspecify.annotations.NullMarked;
