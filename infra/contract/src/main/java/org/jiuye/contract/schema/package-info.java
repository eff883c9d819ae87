/** JSON Schemas, and what deviates from them. */
@NullMarked
package org.jiuye.contract.schema;

import org.jspecify.annotations.NullMarked;
