package org.jiuye.seeds;

/**
 * What a load did.
 *
 * @param created items that were not there
 * @param changed items that were other than the seeds
 * @param unchanged items that were as the seeds already
 * @param deleted items of earlier seeds that are no longer in the seeds
 */
public record SeedReport(int created, int changed, int unchanged, int deleted) {

  /** How many items were written or deleted. */
  public int writes() {
    return created + changed + deleted;
  }

  @Override
  public String toString() {
    return "%d created, %d changed, %d unchanged, %d deleted"
        .formatted(created, changed, unchanged, deleted);
  }
}
