package org.jiuye.loan.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuye.loan.terms.model.Product;

/**
 * A bank that lends.
 *
 * @param name by language tag
 * @param staff the person ids of its people who hear of referrals
 */
public record Bank(
    String bankId, Map<String, String> name, List<Offer> offers, List<String> staff) {
  /**
   * A product that a bank offers.
   *
   * @param sample present where the seeds invented it
   */
  public record Offer(Product product, Optional<Boolean> sample) {}

  public boolean offers(Product product) {
    return offer(product).isPresent();
  }

  /** The bank's offer of a product. */
  public Optional<Offer> offer(Product product) {
    return offers.stream().filter(offer -> offer.product() == product).findAny();
  }
}
