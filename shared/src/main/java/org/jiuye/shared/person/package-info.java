/** Persons as the suite knows them: opaque ids, and the account behind which a person stands. */
@NullMarked
package org.jiuye.shared.person;

import org.jspecify.annotations.NullMarked;
