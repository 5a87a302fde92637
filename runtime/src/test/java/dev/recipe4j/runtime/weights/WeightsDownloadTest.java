package dev.recipe4j.runtime.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.recipe4j.spec.LeNet;
import dev.recipe4j.spec.Normalize;
import dev.recipe4j.spec.Weights;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a server that loses connections, knows no ranges, or has another file. */
class WeightsDownloadTest {
  private static final int SIZE = 300_000;

  @TempDir Path folder;
  private final byte[] content = new byte[SIZE];
  private final List<String> ranges = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int cut = SIZE;
  private boolean knowsRanges = true;
  private int status = 200;
  private HttpServer server;
  private WeightsStore store;

  @BeforeEach
  void start() throws IOException {
    new Random(1).nextBytes(content);
    store = new WeightsStore(folder.resolve("weights"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Sends the rest of the file, or as much of it as the connection lasts. */
  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int start = 0;
    if (range != null && knowsRanges) {
      start = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(start, SIZE - 1, SIZE));
    }
    int code = status != 200 ? status : range != null && knowsRanges ? 206 : 200;
    exchange.sendResponseHeaders(code, SIZE - start);
    exchange.getResponseBody().write(content, start, Math.min(cut, SIZE - start));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private Weights weights(byte[] expected) throws Exception {
    return weights("sha256:", MessageDigest.getInstance("SHA-256").digest(expected));
  }

  private Weights weights(String algorithm, byte[] digest) {
    return new Weights(
        "com.acme.Small",
        new LeNet(),
        10,
        1,
        new Normalize(List.of(0.5), List.of(0.5)),
        algorithm + HexFormat.of().formatHex(digest),
        "http://127.0.0.1:%d/small.safetensors".formatted(server.getAddress().getPort()));
  }

  private Path fetch() throws Exception {
    return WeightsDownload.fetch(weights(content), store, told::add);
  }

  private static String refusal(Executable call) {
    return String.valueOf(assertThrows(WeightsException.class, call).getMessage());
  }

  @Test
  void fetchesOnce() throws Exception {
    Path file = fetch();
    assertArrayEquals(content, Files.readAllBytes(file));
    assertTrue(file.getFileName().toString().matches("Small-[0-9a-f]{8}\\.safetensors"));
    assertEquals(file, store.find(weights(content)));
    assertEquals(file, fetch());
    assertEquals(List.of("null"), ranges);
  }

  @Test
  void goesOnAfterALostConnection() throws Exception {
    cut = 100_000;
    assertArrayEquals(content, Files.readAllBytes(fetch()));
    assertTrue(ranges.size() >= 3 && ranges.get(1).startsWith("bytes="), ranges::toString);
  }

  @Test
  void beginsAnewWhereTheServerKnowsNoRanges() throws Exception {
    knowsRanges = false;
    Files.createDirectories(store.directory());
    Path file = store.file(weights(content));
    Files.write(file.resolveSibling(file.getFileName() + ".part"), new byte[1000]);
    assertArrayEquals(content, Files.readAllBytes(fetch()));
  }

  @Test
  void keepsWhatHasArrived() throws Exception {
    cut = 10_000;
    String message = refusal(this::fetch);
    assertTrue(message.contains("was lost 5 times") && message.contains("call it again"), message);
    assertFalse(Files.exists(store.file(weights(content))));
    cut = SIZE;
    assertArrayEquals(content, Files.readAllBytes(fetch()));
    assertFalse(ranges.get(ranges.size() - 1).equals("null"), ranges::toString);
  }

  @Test
  void refusesAnotherFile() throws Exception {
    Weights other = weights(new byte[SIZE]);
    String message = refusal(() -> WeightsDownload.fetch(other, store, told::add));
    assertTrue(message.contains("its checksum is sha256:"), message);
    try (var left = Files.list(store.directory())) {
      assertEquals(0, left.count());
    }
  }

  /** Keras gives no other checksum. */
  @Test
  void checksTheMd5OfAPublisher() throws Exception {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    Weights right = weights("md5:", md5.digest(content));
    assertArrayEquals(content, Files.readAllBytes(WeightsDownload.fetch(right, store, told::add)));
    assertTrue(store.has(right));
    Weights wrong = weights("md5:", md5.digest(new byte[SIZE]));
    String message = refusal(() -> WeightsDownload.fetch(wrong, store, told::add));
    assertTrue(message.contains("its checksum is md5:"), message);
  }

  @Test
  void saysThatTheServerHasNoSuchFile() {
    status = 404;
    String message = refusal(this::fetch);
    assertTrue(message.contains("answers with status 404"), message);
  }

  @Test
  void aMissingFileNamesItsOriginAndTheCommand() throws Exception {
    Weights missing = weights(content);
    String message = refusal(() -> store.find(missing));
    assertTrue(
        message.contains("recipe4j weights fetch Small") && message.contains(missing.origin()),
        message);
  }
}
