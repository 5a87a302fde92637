package org.nd4j.nativeblas;

/**
 * Stands where DL4J's oneDNN layer helpers look for the native bindings. Before they serve a layer
 * they ask {@code org.nd4j.nativeblas.Nd4jCpu$Environment} by reflection whether oneDNN is in use;
 * in 1.0.0-M2.1 that class has moved to {@code org.nd4j.linalg.cpu.nativecpu.bindings}, so all of
 * them decline. With it convolutions are up to ten times as fast.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** The two methods that are asked for. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    /** The one instance. */
    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether the native library may use oneDNN; its name was MKL-DNN. */
    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
