/** What the county publishes about loans: terms with their documents, banks, papers. */
@NullMarked
package org.jiuye.loan.terms;

import org.jspecify.annotations.NullMarked;
