/**
 * Puts the HTTP contract together: what every operation has in common ({@code frame.yaml}) and what
 * each capability says in its {@code api.yaml} become the document for clients and the
 * configuration of the gateway. It knows no capability by name.
 */
@NullMarked
package org.jiuye.contract;

import org.jspecify.annotations.NullMarked;
