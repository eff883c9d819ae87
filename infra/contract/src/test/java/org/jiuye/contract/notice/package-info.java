/** Notices: a small capability that is put together, and each way in which it can be wrong. */
@NullMarked
package org.jiuye.contract.notice;

import org.jspecify.annotations.NullMarked;
