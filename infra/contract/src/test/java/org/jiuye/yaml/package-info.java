@NullMarked
package org.jiuye.yaml;

import org.jspecify.annotations.NullMarked;
