package dev.recipe4j.runtime.weights;

import dev.recipe4j.spec.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Fetches the file of published weights from its origin. What has arrived stays in a file {@code
 * .part}: after a lost connection, or in a later call, the server is asked for the rest. The file
 * gets its name when it is whole and has the published checksum.
 */
public final class WeightsDownload {
  private static final int ATTEMPTS = 5;
  private static final int BUFFER = 1 << 16;
  private static final long MOST_BYTES = 8L << 30;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Weights weights;
  private final Path file;
  private final Path part;
  private final Consumer<String> progress;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private WeightsDownload(Weights weights, Path file, Consumer<String> progress) {
    this.weights = weights;
    this.file = file;
    this.part = file.resolveSibling(file.getFileName() + ".part");
    this.progress = progress;
  }

  /**
   * Fetches weights, unless their file is there and has the published checksum.
   *
   * @param progress told in a line what happens
   * @return the file
   * @throws WeightsException if the origin is no address, the connection is lost again and again,
   *     the server has no such file, or the file has another checksum
   */
  public static Path fetch(Weights weights, WeightsStore store, Consumer<String> progress) {
    Path file = store.file(weights);
    if (store.has(weights)) {
      progress.accept("%s is there already".formatted(file));
      return file;
    }
    try {
      Files.createDirectories(store.directory());
      return new WeightsDownload(weights, file, progress).fetch();
    } catch (IOException e) {
      throw new WeightsException(
          "cannot write to %s (%s); name another directory with --to"
              .formatted(store.directory(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WeightsException("interrupted; call it again to go on", e);
    }
  }

  private Path fetch() throws IOException, InterruptedException {
    URI origin = address();
    boolean resumed = partSize() > 0;
    for (int attempt = 1; !arrives(origin); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new WeightsException(
            "the connection to %s was lost %d times, %d bytes have arrived: call it again to go on"
                .formatted(origin, ATTEMPTS, partSize()));
      }
      progress.accept("connection lost after %d bytes, going on".formatted(partSize()));
    }
    if (!WeightsStore.isGenuine(weights, part)) {
      WeightsException wrong = WeightsStore.otherChecksum(weights, part);
      Files.delete(part);
      if (resumed) {
        // The beginning may have been that of another version.
        progress.accept("the parts do not fit together, beginning anew");
        return fetch();
      }
      throw wrong;
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  private URI address() {
    try {
      URI origin = URI.create(weights.origin());
      if ("http".equals(origin.getScheme()) || "https".equals(origin.getScheme())) {
        return origin;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new WeightsException(
        "the origin of %s is no address of the web (%s): get the file by hand and put it at %s"
            .formatted(WeightsStore.name(weights), weights.origin(), file));
  }

  private long partSize() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Asks for what is missing; whether all of it has arrived. */
  private boolean arrives(URI origin) throws IOException, InterruptedException {
    long start = partSize();
    HttpRequest.Builder request = HttpRequest.newBuilder(origin).timeout(Duration.ofMinutes(2));
    if (start > 0) {
      request.header("Range", "bytes=%d-".formatted(start));
    }
    HttpResponse<InputStream> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      progress.accept("no connection (%s)".formatted(e.getMessage()));
      return false;
    }
    try (InputStream body = response.body()) {
      return switch (response.statusCode()) {
        case OK -> write(body, 0, response);
        case PARTIAL -> write(body, rangeStart(response, start), response);
        case RANGE_NOT_SATISFIABLE -> {
          // There is no rest: the part is whole, or of something longer.
          if (!WeightsStore.isGenuine(weights, part)) {
            Files.delete(part);
            yield false;
          }
          yield true;
        }
        default ->
            throw new WeightsException(
                "%s answers with status %d: get the file of %s elsewhere and put it at %s"
                    .formatted(origin, response.statusCode(), WeightsStore.name(weights), file));
      };
    }
  }

  private long rangeStart(HttpResponse<InputStream> response, long asked) {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + asked + "-")) {
      throw new WeightsException(
          "%s sends another part of the file (%s) than it was asked for; delete %s and call it again"
              .formatted(response.uri(), WeightsException.shown(range), part));
    }
    return asked;
  }

  private boolean write(InputStream body, long start, HttpResponse<InputStream> response)
      throws IOException {
    OptionalLong length = response.headers().firstValueAsLong("Content-Length");
    long written = start;
    byte[] buffer = new byte[BUFFER];
    try (FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(start).position(start);
      progress.accept(
          "%s %s from byte %d".formatted(start > 0 ? "going on with" : "fetching", file, start));
      for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          written += channel.write(bytes);
        }
        if (written > MOST_BYTES) {
          throw new WeightsException(
              "%s sends more than %d GiB: no weights are that large"
                  .formatted(response.uri(), MOST_BYTES >> 30));
        }
      }
    } catch (LostConnectionException e) {
      return false;
    }
    return length.isEmpty() || written == start + length.getAsLong();
  }

  /** Tells the loss of the connection from a disk that is full. */
  private static int read(InputStream body, byte[] buffer) throws LostConnectionException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new LostConnectionException(e);
    }
  }

  private static final class LostConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    LostConnectionException(IOException cause) {
      super(cause);
    }
  }
}
