package dev.recipe4j.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How long this process has run. */
final class ProcessTime {
  private ProcessTime() {}

  /** CPU time of all threads, user and system. */
  static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  /** Time on the clock, from an origin of its own. */
  static double wallSeconds() {
    return System.nanoTime() / 1e9;
  }
}
