/**
 * A session, which is a site on one date: its bookings, its waiting list, whether it is closed. Its
 * records, its store, its events, and the steps that bring it to rest.
 */
@NullMarked
package org.jiuye.stall.session;

import org.jspecify.annotations.NullMarked;
