package dev.dreamwire.runtime.world;

/** What a block is made of: the pictures on its sides and its top. */
enum Material {
  SAND(0xf3dfa2, Pattern.SOFT),
  WATER(0x2f8fd8, Pattern.SOFT),
  GRASS(0x6cc23e, Pattern.ROUGH, 0x9a6a3a, Pattern.SOFT),
  FLOWERS(0x6cc23e, Pattern.DOTS, 0x9a6a3a, Pattern.SOFT),
  WHEAT(0xe8c33c, Pattern.GROOVES),
  PATH(0xcfae7c, Pattern.SOFT),
  PAVING(0xb9b4ae, Pattern.COBBLE),
  MOSS(0x3c7a34, Pattern.ROUGH, 0x5b4228, Pattern.SOFT),
  LEAF_LITTER(0x7a5a2c, Pattern.ROUGH),
  DUNE(0xec9c48, Pattern.RIPPLE),
  ROCK(0x8d8f96, Pattern.ROUGH),
  RED_ROCK(0xc9562c, Pattern.STRATA),
  SNOW(0xf4f8ff, Pattern.SOFT),
  PLASTER(0xf2e6cf, Pattern.PAINTED),
  BLUE_PLASTER(0x9cc4e4, Pattern.PAINTED),
  PINK_PLASTER(0xf0b2a2, Pattern.PAINTED),
  TIMBER(0x6e4526, Pattern.GROOVES),
  WINDOW(0x3a5f8c, Pattern.PANE),
  BOARDS(0xb07a44, Pattern.BOARDS),
  RED_TILES(0xd2382c, Pattern.BRICK),
  BLUE_TILES(0x2f55b8, Pattern.BRICK),
  VIOLET_TILES(0x8a3fa8, Pattern.BRICK),
  STONE_BRICK(0x9c9a98, Pattern.BRICK),
  WHITEWASH(0xfafafa, Pattern.PAINTED),
  RED_PAINT(0xe0251f, Pattern.PAINTED),
  LAMP(0xffe36a, Pattern.PANE),
  BARK(0x6a4424, Pattern.GROOVES),
  BIRCH(0xe9e6da, Pattern.STRATA),
  LEAVES(0x2f9a34, Pattern.ROUGH),
  DARK_LEAVES(0x1c6b3c, Pattern.ROUGH),
  GOLD_LEAVES(0xd9a520, Pattern.ROUGH),
  MUSHROOM(0xd8263a, Pattern.SOFT),
  MUSHROOM_STEM(0xf0e4d0, Pattern.PAINTED),
  CACTUS(0x3f9a4a, Pattern.GROOVES),
  SANDSTONE(0xf8d48c, Pattern.BRICK),
  GOLD(0xffd23a, Pattern.SOFT),
  PALM_LEAVES(0x58b436, Pattern.GROOVES),
  SOIL(0x8a5c32, Pattern.ROUGH),
  BRICKS(0x25b5a5, Pattern.BRICK);

  private final Texture top;
  private final Texture side;

  Material(int colour, Pattern pattern) {
    this.top = paint(colour, pattern, ordinal());
    this.side = top;
  }

  Material(int topColour, Pattern topPattern, int sideColour, Pattern sidePattern) {
    this.top =
        topPattern == Pattern.DOTS ? paintFlowers(topColour) : paint(topColour, topPattern, 7);
    this.side = paint(sideColour, sidePattern, ordinal());
  }

  /** The picture on the upper face. */
  Texture top() {
    return top;
  }

  /** The picture on the side faces and below. */
  Texture side() {
    return side;
  }

  /** What it is made of below its surface: what digging brings to light. */
  Material inside() {
    return switch (this) {
      case GRASS, FLOWERS, WHEAT, PATH, PAVING, MOSS, LEAF_LITTER -> SOIL;
      default -> this;
    };
  }

  /** Whether a body goes through it. */
  boolean fluid() {
    return this == WATER;
  }

  /** Whether it shines by itself. */
  boolean glows() {
    return this == LAMP;
  }

  private static Texture paint(int colour, Pattern pattern, int salt) {
    int[] texels = new int[Texture.SIZE * Texture.SIZE];
    for (int i = 0; i < texels.length; i++) {
      texels[i] = scaled(colour, pattern.at(i % Texture.SIZE, i / Texture.SIZE, 100 * salt));
    }
    return new Texture(texels);
  }

  private static Texture paintFlowers(int ground) {
    int[] blossoms = {0xf4e23c, 0xf05a6e, 0xffffff, 0xe478e8};
    int[] texels = new int[Texture.SIZE * Texture.SIZE];
    for (int i = 0; i < texels.length; i++) {
      int x = i % Texture.SIZE;
      int y = i / Texture.SIZE;
      boolean blossom = Pattern.DOTS.at(x, y, 5) > 0;
      int colour = blossoms[(int) (Noise.hash(x / 4, y / 4, 6) * blossoms.length)];
      texels[i] = blossom ? colour : scaled(ground, Pattern.ROUGH.at(x, y, 700));
    }
    return new Texture(texels);
  }

  private static int scaled(int colour, double by) {
    int r = (int) Math.clamp((colour >> 16 & 255) * by, 0, 255);
    int g = (int) Math.clamp((colour >> 8 & 255) * by, 0, 255);
    int b = (int) Math.clamp((colour & 255) * by, 0, 255);
    return r << 16 | g << 8 | b;
  }
}
