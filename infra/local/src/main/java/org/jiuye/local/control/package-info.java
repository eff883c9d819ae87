/**
 * What the local cloud offers beside the template: tokens, the clock, schedules by hand, queue
 * depths, the start page and the API to try.
 */
@NullMarked
package org.jiuye.local.control;

import org.jspecify.annotations.NullMarked;
