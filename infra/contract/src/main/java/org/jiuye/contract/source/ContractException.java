package org.jiuye.contract.source;

import java.util.List;

/** The contract cannot be put together; the message names each reason by file and line. */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ContractException(List<String> findings) {
    super(String.join(System.lineSeparator(), findings));
  }
}
