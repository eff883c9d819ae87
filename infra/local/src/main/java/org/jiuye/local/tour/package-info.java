/**
 * The tour: each capability tells its part in {@code functions/<capability>/tour.http}; it is
 * walked by {@code infra/local/tour} and shown on the local cloud's page {@code /tour}.
 */
@NullMarked
package org.jiuye.local.tour;

import org.jspecify.annotations.NullMarked;
