package dev.recipe4j.runtime.engine;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** Process-wide settings of ND4J without which it is many times slower. */
public final class NativeSettings {
  private static final String PHYSICAL_MEMORY = "org.bytedeco.javacpp.maxphysicalbytes";
  private static final String HELPERS = "org.eclipse.deeplearning4j.helpers.disable";

  /** What the thread has set; 0 if nothing. */
  private static final ThreadLocal<Integer> PRESENT = ThreadLocal.withInitial(() -> 0);

  private NativeSettings() {}

  /** What ND4J and DL4J read when they start; a setting that the user made stays. */
  public static void beforeStart() {
    // JavaCPP otherwise reads the process's memory statistics from the kernel at each allocation
    // of a native pointer.
    setUnlessSet(PHYSICAL_MEMORY, "0");
    // DL4J's layers compute through oneDNN only where they are told so, and without oneDNN in the
    // native library the helpers would be a detour.
    setUnlessSet(HELPERS, Boolean.toString(!hasOneDnn()));
  }

  private static boolean hasOneDnn() {
    String folder = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform() + "-onednn/";
    return NativeSettings.class.getResource(folder + "libnd4jcpu.so") != null;
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Sets how many threads native operations use when the calling thread asks for them: OpenMP's
   * number belongs to the thread that sets it, and what oneDNN has made for some number of threads
   * must run with as many. OpenMP's threads wait for each other by spinning: where other threads
   * need the same processors, more of them are slower than one.
   */
  public static void use(int threads) {
    if (PRESENT.get() == threads) {
      return;
    }
    PRESENT.set(threads);
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    Nd4j.getEnvironment().setMaxThreads(threads);
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
  }
}
