package dev.dreamwire.runtime.preset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Text that travels in a PNG picture, as an {@code iTXt} chunk: a keyword, a zero, the compression
 * flag 1 and method 0, two empty strings each ended by a zero, and zlib-compressed UTF-8 (PNG
 * specification, third edition, §11.3.3.4). Stateless.
 */
final class PngText {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  /** How many bytes tell a PNG picture. */
  static final int SIGNATURE_LENGTH = SIGNATURE.length;

  private static final int CHUNK_FRAME = 12;
  private static final String TEXT = "iTXt";
  private static final String END = "IEND";

  private PngText() {}

  /** Whether these bytes begin as a PNG picture does. */
  static boolean isPng(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /**
   * A picture with a text in it.
   *
   * @param png a whole picture
   * @param keyword 1 to 79 characters of Latin-1
   * @throws IOException if it is not a whole picture
   */
  static byte[] with(byte[] png, String keyword, byte[] text) throws IOException {
    int end = chunks(png, (type, from, length) -> type.equals(END));
    if (end < 0) {
      throw new IOException("not a whole PNG picture");
    }
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
    content.writeBytes(new byte[] {0, 1, 0, 0, 0});
    content.writeBytes(deflated(text));
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + content.size());
    out.write(png, 0, end);
    out.writeBytes(chunk(TEXT, content.toByteArray()));
    out.write(png, end, png.length - end);
    return out.toByteArray();
  }

  /**
   * The text under a keyword, if the picture holds one.
   *
   * @param most bytes that the text may have
   * @throws IOException if the picture or the text is broken or too long
   */
  static Optional<byte[]> read(byte[] png, String keyword, int most) throws IOException {
    byte[] head = (keyword + "\0").getBytes(StandardCharsets.ISO_8859_1);
    int at =
        chunks(
            png,
            (type, from, length) ->
                type.equals(TEXT)
                    && length > head.length
                    && Arrays.equals(png, from, from + head.length, head, 0, head.length));
    if (at < 0) {
      return Optional.empty();
    }
    ByteBuffer content =
        ByteBuffer.wrap(png, at + 8, ByteBuffer.wrap(png).getInt(at)).slice().position(head.length);
    if (content.remaining() < 2) {
      throw new IOException("the text in the picture is broken");
    }
    boolean compressed = content.get() == 1;
    content.get();
    skipString(content);
    skipString(content);
    byte[] text = new byte[content.remaining()];
    content.get(text);
    return Optional.of(compressed ? inflated(text, most) : text);
  }

  private static void skipString(ByteBuffer content) throws IOException {
    do {
      if (!content.hasRemaining()) {
        throw new IOException("the text in the picture is broken");
      }
    } while (content.get() != 0);
  }

  /** Decides whether a chunk is the one that is looked for. */
  @FunctionalInterface
  private interface Wanted {
    boolean is(String type, int from, int length);
  }

  /** Where the first wanted chunk begins; −1 if there is none. */
  private static int chunks(byte[] png, Wanted wanted) throws IOException {
    if (!isPng(png)) {
      throw new IOException("not a PNG picture");
    }
    ByteBuffer bytes = ByteBuffer.wrap(png);
    int at = SIGNATURE.length;
    while (at + CHUNK_FRAME <= png.length) {
      int length = bytes.getInt(at);
      if (length < 0 || length > png.length - at - CHUNK_FRAME) {
        throw new IOException("the PNG picture is cut off at byte " + at);
      }
      String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (wanted.is(type, at + 8, length)) {
        return at;
      }
      at += CHUNK_FRAME + length;
    }
    return -1;
  }

  private static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_FRAME + content.length);
    chunk.putInt(content.length);
    chunk.put(type.getBytes(StandardCharsets.ISO_8859_1));
    chunk.put(content);
    CRC32 check = new CRC32();
    check.update(chunk.array(), 4, 4 + content.length);
    chunk.putInt((int) check.getValue());
    return chunk.array();
  }

  private static byte[] deflated(byte[] text) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(text);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      while (!deflater.finished()) {
        out.write(part, 0, deflater.deflate(part));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflated(byte[] packed, int most) throws IOException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(part);
        if (count == 0 && !inflater.finished()) {
          throw new IOException("the text in the picture is cut off");
        }
        out.write(part, 0, count);
        if (out.size() > most) {
          throw new IOException("the text in the picture is longer than " + most + " bytes");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("the text in the picture is broken: " + e.getMessage(), e);
    }
  }
}
