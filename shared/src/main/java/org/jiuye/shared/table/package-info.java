/** The one DynamoDB table: keys, item codec, pages, conditional and transactional writes. */
@NullMarked
package org.jiuye.shared.table;

import org.jspecify.annotations.NullMarked;
