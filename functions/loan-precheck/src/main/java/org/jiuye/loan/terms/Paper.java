package org.jiuye.loan.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.terms.model.Product;

/**
 * A paper to bring to the desk.
 *
 * @param name by language tag
 * @param sample present where the seeds invented it
 */
public record Paper(
    String paperId, Map<String, String> name, List<Product> products, Optional<Boolean> sample) {}
