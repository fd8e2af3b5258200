package dev.dreamwire.runtime.memory;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/**
 * Views as few bytes: the picture as JPEG with whole colours, the nearness as a grey PNG of 256
 * levels that lie the closer the farther away something is. Stateless.
 */
final class ViewCodec {
  private static final String METADATA = "javax_imageio_jpeg_image_1.0";
  private static final int LEVELS = 255;

  /** What is nearer is taken to be as near as this, 1/blocks. */
  private static final double NEAREST = 3;

  private static final double POWER = 1.5;

  private ViewCodec() {}

  /**
   * A picture.
   *
   * @param picture {@code [3,H,W]} in −1..1
   * @param quality 0..1
   */
  static byte[] writePicture(float[] picture, int height, int width, double quality) {
    int area = height * width;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < area; i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = rgb << 8 | Math.clamp(Math.round((picture[c * area + i] + 1) * 127.5f), 0, 255);
      }
      image.setRGB(i % width, i / width, rgb);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality((float) quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, wholeColours(writer, settings)), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** As the writer would do it, but with as many samples of colour as of brightness. */
  private static IIOMetadata wholeColours(ImageWriter writer, ImageWriteParam settings)
      throws IIOInvalidTreeException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB), settings);
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(METADATA);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(METADATA, root);
    return metadata;
  }

  /**
   * Reads a picture {@code [3,H,W]}.
   *
   * @throws IOException if it is none of this size
   */
  static float[] readPicture(byte[] bytes, int height, int width) throws IOException {
    BufferedImage image = read(bytes, height, width);
    int area = height * width;
    float[] picture = new float[3 * area];
    for (int i = 0; i < area; i++) {
      int rgb = image.getRGB(i % width, i / width);
      for (int c = 0; c < 3; c++) {
        picture[c * area + i] = (rgb >> 16 - 8 * c & 255) / 127.5f - 1;
      }
    }
    return picture;
  }

  /** A nearness {@code [H,W]}. */
  static byte[] writeNearness(float[] nearness, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = image.getRaster();
    for (int i = 0; i < nearness.length; i++) {
      double share = Math.min(1, nearness[i] / NEAREST);
      raster.setSample(
          i % width, i / width, 0, (int) Math.round(LEVELS * Math.pow(share, 1 / POWER)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a nearness {@code [H,W]}.
   *
   * @throws IOException if it is none of this size
   */
  static float[] readNearness(byte[] bytes, int height, int width) throws IOException {
    Raster raster = read(bytes, height, width).getRaster();
    float[] nearness = new float[height * width];
    for (int i = 0; i < nearness.length; i++) {
      double level = raster.getSample(i % width, i / width, 0) / (double) LEVELS;
      nearness[i] = (float) (NEAREST * Math.pow(level, POWER));
    }
    return nearness;
  }

  private static BufferedImage read(byte[] bytes, int height, int width) throws IOException {
    BufferedImage image =
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      throw new IOException("a view is no picture of " + width + "×" + height + " pixels");
    }
    return image;
  }
}
