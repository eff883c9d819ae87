/** Data keys in the table, wrapped with a KMS key (on one machine: with the key in a file). */
@NullMarked
package org.jiuye.shared.key;

import org.jspecify.annotations.NullMarked;
