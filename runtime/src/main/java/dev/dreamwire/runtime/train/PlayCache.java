package dev.dreamwire.runtime.train;

import dev.dreamwire.runtime.data.Episode;
import dev.dreamwire.runtime.file.AtomicFile;
import dev.dreamwire.runtime.model.AutoencoderConfig;
import dev.dreamwire.runtime.tensor.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Keeps what takes minutes to work out of recorded play, so that who goes on with a run need not
 * wait for it again. Files of a folder; each begins with the digest of all that its numbers depend
 * on, and is worked out anew where that differs. One thread.
 */
final class PlayCache {
  private static final int CHUNK = 1 << 20;

  private final Optional<Path> folder;
  private final BooleanSupplier stop;

  private PlayCache(Optional<Path> folder, BooleanSupplier stop) {
    this.folder = folder;
    this.stop = stop;
  }

  /**
   * One in a folder, which is made when something is kept.
   *
   * @param stop asked before every episode whether to leave; on any thread
   */
  static PlayCache in(Path folder, BooleanSupplier stop) {
    return new PlayCache(Optional.of(folder), stop);
  }

  /** One that keeps nothing. */
  static PlayCache none() {
    return new PlayCache(Optional.empty(), () -> false);
  }

  /** The run was asked to stop while it worked something out; nothing of that is kept. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("asked to stop before anything was trained");
    }
  }

  /**
   * What was kept under a name, or what the work gives, which is then kept.
   *
   * @param key of all that it depends on
   * @param episodes their numbers; worked out side by side if it is parallel
   * @param work gives half floats for an episode
   * @throws StoppedException if the run was asked to stop meanwhile
   */
  List<short[]> get(String name, byte[] key, IntStream episodes, IntFunction<short[]> work) {
    Optional<Path> file = folder.map(there -> there.resolve(name + ".halves"));
    return file.flatMap(there -> read(there, key))
        .orElseGet(
            () -> {
              List<short[]> made =
                  episodes.mapToObj(number -> unlessStopped(number, work)).toList();
              file.ifPresent(there -> keep(there, key, made));
              return made;
            });
  }

  private short[] unlessStopped(int number, IntFunction<short[]> work) {
    if (stop.getAsBoolean()) {
      throw new StoppedException();
    }
    return work.apply(number);
  }

  private static void keep(Path file, byte[] key, List<short[]> episodes) {
    try {
      write(file, key, episodes);
    } catch (IOException e) {
      // The run goes on: what is kept only saves time.
    }
  }

  private static void write(Path file, byte[] key, List<short[]> episodes) throws IOException {
    Files.createDirectories(file.getParent());
    AtomicFile.write(
        file,
        out -> {
          ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
          AtomicFile.writeFully(out, bytes.put(key).putInt(episodes.size()).flip());
          for (short[] episode : episodes) {
            AtomicFile.writeFully(out, bytes.clear().putInt(episode.length).flip());
            for (int from = 0; from < episode.length; from += CHUNK / Short.BYTES) {
              int count = Math.min(CHUNK / Short.BYTES, episode.length - from);
              bytes.clear().asShortBuffer().put(episode, from, count);
              AtomicFile.writeFully(out, bytes.limit(count * Short.BYTES));
            }
          }
        });
  }

  /** Empty if there is none, or one of something else, or a damaged one. */
  private static Optional<List<short[]>> read(Path file, byte[] key) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel in = FileChannel.open(file)) {
      long left = in.size() - key.length - Integer.BYTES;
      ByteBuffer head = left < 0 ? null : read(in, key.length + Integer.BYTES);
      if (head == null || !Arrays.equals(key, Arrays.copyOf(head.array(), key.length))) {
        return Optional.empty();
      }
      List<short[]> episodes = new ArrayList<>();
      for (int count = head.getInt(key.length); count > 0; count--) {
        int length = left < Integer.BYTES ? -1 : read(in, Integer.BYTES).getInt();
        left -= Integer.BYTES + (long) length * Short.BYTES;
        if (length < 0 || left < 0) {
          return Optional.empty();
        }
        short[] episode = new short[length];
        read(in, length * Short.BYTES).asShortBuffer().get(episode);
        episodes.add(episode);
      }
      return left == 0 ? Optional.of(episodes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ByteBuffer read(FileChannel in, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining() && in.read(bytes) >= 0) {
      continue;
    }
    return bytes.flip();
  }

  /** Forgets everything: the run is complete. */
  void delete() throws IOException {
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      try (var files = Files.list(folder.get())) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder.get());
    }
  }

  /** What a kept thing depends on. */
  static final class Key {
    private final MessageDigest digest;

    Key() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    /** On play. */
    Key play(ClipSet play) {
      for (Episode episode : play.episodes()) {
        digest.update(episode.rgb());
        text(Arrays.deepToString(episode.actions()));
        episode.players().forEach(player -> text(player.pose().toString()));
      }
      return this;
    }

    /** On an autoencoder. */
    Key model(AutoencoderConfig config, Weights weights) {
      text(config.imageShape() + " " + config.latentShape() + " " + config.bottleneck());
      text(Arrays.toString(config.latentMean()) + Arrays.toString(config.latentStd()));
      for (String name : weights.names()) {
        text(name);
        digest.update(weights.get(name).bytes().asByteBuffer());
      }
      return this;
    }

    /** On something that its text tells all of. */
    Key text(String text) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    /** On another key. */
    Key bytes(byte[] key) {
      digest.update(key);
      return this;
    }

    byte[] value() {
      return digest.digest();
    }
  }
}
