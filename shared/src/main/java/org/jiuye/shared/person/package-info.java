/** Persons as the suite knows them: opaque ids, and the keys that seal their data. */
@NullMarked
package org.jiuye.shared.person;

import org.jspecify.annotations.NullMarked;
