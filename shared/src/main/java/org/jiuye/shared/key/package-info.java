/** Data keys that lie in the table, wrapped by a key of KMS (on one machine: by a key file). */
@NullMarked
package org.jiuye.shared.key;

import org.jspecify.annotations.NullMarked;
