package org.jiuye.loan.rules.model;

import java.util.Optional;
import org.jiuye.loan.terms.model.LoanKind;

/**
 * A loan that somebody already has.
 *
 * @param amountFen the amount still owed, in fen
 */
public record OtherLoan(LoanKind kind, Optional<Long> amountFen) {}
