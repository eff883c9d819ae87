/** Maps queues and tables' streams to functions, as Lambda's event source mappings do. */
@NullMarked
package org.jiuye.local.source;

import org.jspecify.annotations.NullMarked;
