package org.jiuye.shared.person;

/**
 * A person's key is gone because the person has been erased. Nobody can read any more what was
 * sealed with it, and what is left of the items says nothing about the person.
 */
public final class KeyGoneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyGoneException() {
    super("The key of a person is gone");
  }
}
