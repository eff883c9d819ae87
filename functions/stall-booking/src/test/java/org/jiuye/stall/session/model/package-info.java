@NullMarked
package org.jiuye.stall.session.model;

import org.jspecify.annotations.NullMarked;
