package dev.recipe4j.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.network.Shape;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MinibatchesTest {
  /** Each pixel of example i has the value i; the label of the example is i too. */
  private static class Numbered implements Examples {
    private final int size;
    private final AtomicInteger read = new AtomicInteger();

    Numbered(int size) {
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public int label(int index) {
      return index;
    }

    @Override
    public Image image(int index) {
      read.incrementAndGet();
      byte[] pixels = new byte[4];
      Arrays.fill(pixels, (byte) index);
      return new Image(2, 2, 1, pixels);
    }

    @Override
    public String name(int index) {
      return "number " + index;
    }
  }

  /** Three elements as they are, and one drawn at random. */
  private static final class Noisy implements ExampleLoader<HardLabels> {
    @Override
    public Shape shape(StoredImage image) {
      return new Shape(1, image.height(), image.width());
    }

    @Override
    public void load(StoredImage image, Draw draw, FloatBuffer batch, int position) {
      for (int i = 0; i < 3; i++) {
        batch.put(position * 4 + i, image.whole().pixels()[i] & 0xff);
      }
      batch.put(position * 4 + 3, (float) draw.uniform());
    }
  }

  @Test
  void holdTheSameWhateverTheNumberOfThreads() {
    List<String> one = content(new Minibatches(new Numbered(200), new Noisy(), 48, false, 7, 1), 3);
    List<String> three =
        content(new Minibatches(new Numbered(200), new Noisy(), 48, false, 7, 3), 3);

    assertEquals(one, three);
    assertEquals(5, one.size());
  }

  @Test
  void eachEpochHasAllExamplesInAnotherOrder() {
    Minibatches minibatches = new Minibatches(new Numbered(100), new Noisy(), 32, false, 7, 2);

    List<Integer> first = labels(minibatches.shuffled(1));
    List<Integer> second = labels(minibatches.shuffled(2));

    Set<Integer> all = new HashSet<>(IntStream.range(0, 100).boxed().toList());
    assertEquals(all, new HashSet<>(first));
    assertEquals(all, new HashSet<>(second));
    assertEquals(100, first.size());
    assertNotEquals(first, second);
    assertEquals(first, labels(minibatches.shuffled(1)));
    assertNotEquals(
        first,
        labels(new Minibatches(new Numbered(100), new Noisy(), 32, false, 8, 2).shuffled(1)));
  }

  /** As a run that goes on within an epoch needs it: nobody waits for images it has seen. */
  @Test
  void theRestOfAnEpochLoadsNoOtherImages() {
    Numbered examples = new Numbered(20);
    Minibatches minibatches = new Minibatches(examples, new Noisy(), 4, false, 7, 3);
    List<String> all = content(minibatches.shuffled(2));
    for (int taken = 0; taken <= 5; taken++) {
      int before = examples.read.get();
      assertEquals(all.subList(taken, 5), content(minibatches.shuffled(2, taken)));
      assertEquals(20 - 4 * taken, examples.read.get() - before);
    }
    assertThrows(IllegalArgumentException.class, () -> minibatches.shuffled(2, 6));
    assertThrows(IllegalArgumentException.class, () -> minibatches.shuffled(2, -1));
  }

  @Test
  void anExampleIsAugmentedAnewInEachEpoch() {
    Minibatches minibatches = new Minibatches(new Numbered(8), new Noisy(), 8, false, 7, 2);

    assertNotEquals(noiseOf(5, minibatches.shuffled(1)), noiseOf(5, minibatches.shuffled(2)));
    assertEquals(noiseOf(5, minibatches.shuffled(1)), noiseOf(5, minibatches.shuffled(1)));
  }

  @Test
  void theLastBatchIsSmaller() {
    Minibatches minibatches = new Minibatches(new Numbered(10), new Noisy(), 4, false, 7, 2);
    assertEquals(3, minibatches.batchesPerEpoch());
    assertEquals(new Shape(1, 2, 2), minibatches.shape());

    try (MinibatchIterator batches = minibatches.inOrder()) {
      batches.next();
      batches.next();
      Minibatch last = batches.next();

      assertEquals(2, last.size());
      assertArrayEquals(new int[] {8, 9}, last.labels());
      assertEquals(8, last.images().remaining());
      assertEquals(9, last.images().get(4));
      assertTrue(last.images().isDirect());
      assertSame(ByteOrder.nativeOrder(), last.images().order());
      assertFalse(batches.hasNext());
      assertThrows(NoSuchElementException.class, batches::next);
    }
  }

  @Test
  void theLastBatchIsDroppedOnlyWhenShuffled() {
    Minibatches minibatches = new Minibatches(new Numbered(10), new Noisy(), 4, true, 7, 2);
    assertEquals(2, minibatches.batchesPerEpoch());
    assertEquals(8, labels(minibatches.shuffled(0)).size());
    assertEquals(IntStream.range(0, 10).boxed().toList(), labels(minibatches.inOrder()));

    Minibatches tooFew = new Minibatches(new Numbered(3), new Noisy(), 4, true, 7, 2);
    assertEquals(0, tooFew.batchesPerEpoch());
    assertEquals(List.of(), labels(tooFew.shuffled(0)));
  }

  @Test
  void closingEarlyEndsTheThreads() {
    Numbered examples = new Numbered(10_000);
    Minibatches minibatches = new Minibatches(examples, new Noisy(), 16, false, 7, 3);

    MinibatchIterator batches = minibatches.shuffled(0);
    batches.next();
    assertThrows(IllegalStateException.class, () -> minibatches.shuffled(1));
    batches.close();

    assertEquals(List.of(), loadingThreads());
    assertTrue(examples.read.get() <= 1 + 16 * (Minibatches.BUFFERS + 1), "loads ahead of use");
    assertFalse(batches.hasNext());
    assertThrows(NoSuchElementException.class, batches::next);
    batches.close();
    assertEquals(10_000, labels(minibatches.shuffled(1)).size());
  }

  @Test
  void theMemoryIsAllocatedOnce() {
    Minibatches minibatches = new Minibatches(new Numbered(64), new Noisy(), 4, false, 7, 2);
    Set<Long> addresses = new HashSet<>();
    for (int epoch = 0; epoch < 10; epoch++) {
      try (MinibatchIterator batches = minibatches.shuffled(epoch)) {
        while (batches.hasNext()) {
          addresses.add(address(batches.next()));
        }
      }
    }

    assertEquals(Minibatches.BUFFERS, addresses.size());
  }

  private static long address(Minibatch batch) {
    try (FloatPointer pointer = new FloatPointer(batch.images())) {
      return pointer.address();
    }
  }

  @Test
  void aFailureSurfacesAtItsBatch() {
    Examples failing =
        new Numbered(1000) {
          @Override
          public Image image(int index) {
            if (index == 500) {
              throw new DataException("number 500 is damaged; remove it");
            }
            return super.image(index);
          }
        };
    for (int threads = 1; threads <= 3; threads++) {
      Minibatches minibatches = new Minibatches(failing, new Noisy(), 32, false, 7, threads);
      try (MinibatchIterator batches = minibatches.inOrder()) {
        for (int i = 0; i < 500 / 32; i++) {
          assertEquals(i * 32, batches.next().labels()[0]);
        }
        assertEquals(
            "number 500 is damaged; remove it",
            assertThrows(DataException.class, batches::next).getMessage());
        assertFalse(batches.hasNext());
      }
      assertEquals(List.of(), loadingThreads());
    }
  }

  @Test
  void anUnexpectedFailureNamesTheExample() {
    ExampleLoader<HardLabels> failing =
        new ExampleLoader<>() {
          @Override
          public Shape shape(StoredImage image) {
            return new Shape(1, 2, 2);
          }

          @Override
          public void load(StoredImage image, Draw draw, FloatBuffer batch, int position) {
            throw new ArithmeticException("/ by zero");
          }
        };
    Minibatches minibatches = new Minibatches(new Numbered(1), failing, 4, false, 7, 2);
    try (MinibatchIterator batches = minibatches.inOrder()) {
      DataException thrown = assertThrows(DataException.class, batches::next);

      assertEquals(
          "number 0 cannot be loaded (java.lang.ArithmeticException: / by zero); remove it, or mend"
              + " the step that fails",
          thrown.getMessage());
      assertInstanceOf(ArithmeticException.class, thrown.getCause());
    }
  }

  @Test
  void anErrorSurfacesAsItIs() {
    Examples failing =
        new Numbered(20) {
          @Override
          public Image image(int index) {
            if (index == 10) {
              throw new OutOfMemoryError("tried");
            }
            return super.image(index);
          }
        };
    try (MinibatchIterator batches =
        new Minibatches(failing, new Noisy(), 20, false, 7, 2).inOrder()) {
      assertThrows(OutOfMemoryError.class, batches::next);
    }
  }

  @Test
  void imagesOfTwoShapesAreReported() {
    Examples mixed =
        new Numbered(4) {
          @Override
          public Image image(int index) {
            return index == 3 ? new Image(1, 5, 1, new byte[5]) : super.image(index);
          }
        };
    try (MinibatchIterator batches =
        new Minibatches(mixed, new Noisy(), 4, false, 7, 2).inOrder()) {
      assertEquals(
          "number 0 comes to 1x2x2 but number 3 to 1x1x5, and the images of a batch need one shape;"
              + " give the recipe @ResizeTo or @RandomResizedCrop",
          assertThrows(DataException.class, batches::next).getMessage());
    }
  }

  @Test
  void badArgumentsAreRejected() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Minibatches(new Numbered(1), new Noisy(), 0, false, 7, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Minibatches(new Numbered(1), new Noisy(), 1, false, 7, 0));
  }

  @Test
  void aBatchBeyondTheAddressableIsReported() {
    ExampleLoader<HardLabels> huge =
        new ExampleLoader<>() {
          @Override
          public Shape shape(StoredImage image) {
            return new Shape(3, 20_000, 20_000);
          }

          @Override
          public void load(StoredImage image, Draw draw, FloatBuffer batch, int position) {
            throw new AssertionError("not reached");
          }
        };
    Minibatches minibatches = new Minibatches(new Numbered(1), huge, 8, false, 7, 1);

    assertEquals(
        "a batch of 1 images of 3x20000x20000 takes 4577 MB, at most 2047 are possible; divide the"
            + " batch into more parts (@Batch(accumulate))",
        assertThrows(DataException.class, minibatches::inOrder).getMessage());
  }

  private static List<String> content(Minibatches minibatches, int epoch) {
    return content(minibatches.shuffled(epoch));
  }

  private static List<String> content(MinibatchIterator epoch) {
    List<String> content = new ArrayList<>();
    try (MinibatchIterator batches = epoch) {
      while (batches.hasNext()) {
        Minibatch batch = batches.next();
        float[] images = new float[batch.images().remaining()];
        batch.images().get(images);
        content.add(Arrays.toString(batch.labels()) + Arrays.toString(images));
      }
    }
    return content;
  }

  private static List<Integer> labels(MinibatchIterator epoch) {
    List<Integer> labels = new ArrayList<>();
    try (MinibatchIterator batches = epoch) {
      while (batches.hasNext()) {
        Minibatch batch = batches.next();
        for (int i = 0; i < batch.size(); i++) {
          assertEquals(batch.labels()[i] & 0xff, batch.images().get(i * 4));
          labels.add(batch.labels()[i]);
        }
      }
    }
    return labels;
  }

  private static float noiseOf(int example, MinibatchIterator epoch) {
    try (MinibatchIterator batches = epoch) {
      Minibatch batch = batches.next();
      int position = Arrays.stream(batch.labels()).boxed().toList().indexOf(example);
      return batch.images().get(position * 4 + 3);
    }
  }

  private static List<String> loadingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("recipe4j-data-"))
        .toList();
  }
}
