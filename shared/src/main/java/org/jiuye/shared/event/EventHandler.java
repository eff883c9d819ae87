package org.jiuye.shared.event;

/**
 * What a consumer does with an event. It may be called several times with one event, and with old
 * events after new ones: what it writes is named after the event, and older versions change
 * nothing.
 */
@FunctionalInterface
public interface EventHandler {
  /**
   * Handles an event, whole or not at all.
   *
   * @throws RuntimeException to have it delivered again
   */
  void handle(Event event);
}
