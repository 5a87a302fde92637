package dev.recipe4j.runtime.data;

/** Which examples an epoch takes, in which order and in which batches. */
// The array is made for this object.
@SuppressWarnings("ArrayRecordComponent")
record EpochOrder(int[] order, int used, int batchSize, int epoch, long seed) {
  int batches() {
    return (int) (((long) used + batchSize - 1) / batchSize);
  }

  /** Number of examples in a batch; only the last one can have fewer than the others. */
  int size(int batch) {
    return Math.min(batchSize, used - batch * batchSize);
  }

  /** Index of the example at a position of a batch. */
  int example(int batch, int position) {
    return order[batch * batchSize + position];
  }

  Draw draw(int example) {
    return Draw.of(seed, epoch, example);
  }
}
