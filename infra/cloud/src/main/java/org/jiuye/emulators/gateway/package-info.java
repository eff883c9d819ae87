/**
 * The door to the emulated services: who calls, what the caller's role allows, and injected faults.
 */
@NullMarked
package org.jiuye.emulators.gateway;

import org.jspecify.annotations.NullMarked;
