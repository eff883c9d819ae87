/** Measures bookings per second, DynamoDB units per operation, sizes of items and the start. */
@NullMarked
package org.jiuye.bench;

import org.jspecify.annotations.NullMarked;
