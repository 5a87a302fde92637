package dev.recipe4j.runtime.cli;

import dev.recipe4j.runtime.train.RunStart;
import dev.recipe4j.runtime.train.TrainingListener;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets Ctrl-C (SIGINT) and SIGTERM ask a training to stop instead of ending the process; the second
 * one ends it at once, and so does the first before anything is trained.
 *
 * <p>A handler, and no shutdown hook: while hooks run, the native libraries' own hooks take their
 * memory away from the training thread, and a second signal is ignored ({@link
 * Runtime#addShutdownHook}). {@code sun.misc.Signal} is in every JDK (module jdk.unsupported), but
 * javac warns of it in a way that cannot be switched off, hence the reflection. Where it is absent
 * a signal ends the process as it always did, and the run can be resumed from its last checkpoint.
 */
final class StopSignals implements AutoCloseable {
  /** Names and numbers by POSIX; a shell reports 128 more than the number. */
  private static final Map<String, Integer> NUMBERS = Map.of("INT", 2, "TERM", 15);

  private static final int EXIT_BASE = 128;

  private final PrintWriter err;
  private final Map<String, Object> before = new LinkedHashMap<>();
  private volatile boolean trains;
  private volatile int raised;

  private StopSignals(PrintWriter err) {
    this.err = err;
  }

  /** Listens until it is closed. */
  static StopSignals install(PrintWriter err) {
    StopSignals signals = new StopSignals(err);
    NUMBERS.keySet().forEach(signals::listenTo);
    return signals;
  }

  /** Whether a signal has come. */
  boolean isRaised() {
    return raised != 0;
  }

  /** What a process exits with that a signal has stopped. */
  int exitCode() {
    return EXIT_BASE + raised;
  }

  /** Notices that there is something to store. */
  TrainingListener listener() {
    return new TrainingListener() {
      @Override
      public void started(RunStart start) {
        trains = true;
      }
    };
  }

  private void raise(String name) {
    int number = NUMBERS.getOrDefault(name, 0);
    if (isRaised() || !trains) {
      Runtime.getRuntime().halt(EXIT_BASE + number);
    }
    raised = number;
    err.println(
        "recipe4j: stops after this step and stores the run; a second Ctrl-C ends it at once");
    err.flush();
  }

  private void listenTo(String name) {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                raise(name);
                yield null;
              }
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" -> proxy == arguments[0];
              default -> name;
            };
    try {
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object own = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
      Object old = handle(name, own);
      if (old.equals(type.getField("SIG_IGN").get(null))) {
        handle(name, old); // Who started the process wants the signal ignored, as a shell's & does.
      } else {
        before.put(name, old);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException notThere) {
      // Another virtual machine, or one that was told to leave signals alone (-Xrs).
    }
  }

  /** Installs a handler and returns the one before. */
  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    return signal
        .getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"))
        .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
  }

  /** Puts the handlers back that were there before. */
  @Override
  public void close() {
    before.forEach(
        (name, handler) -> {
          try {
            handle(name, handler);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
          }
        });
  }
}
