package org.jiuye.shared.person;

/**
 * A person's key is gone, so nobody can read what was sealed with it any more: the person has been
 * erased. What is left of the items tells nothing of the person.
 */
public final class KeyGoneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyGoneException() {
    super("The key of a person is gone");
  }
}
