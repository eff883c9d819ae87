package org.jiuye.loan.model;

import java.util.Optional;

/**
 * A loan that somebody has already.
 *
 * @param amountFen what is owed, in fen
 */
public record OtherLoan(LoanKind kind, Optional<Long> amountFen) {}
