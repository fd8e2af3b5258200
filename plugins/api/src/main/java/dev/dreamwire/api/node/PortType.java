package dev.dreamwire.api.node;

/**
 * What flows through a port. Two ports can be wired when their types have the same id; the host
 * converts between a few others, so that a node always gets what its input says.
 *
 * @param id namespaced, for example {@code dreamwire:image}
 * @param carrier what the value is for the engine
 */
public record PortType(String id, Carrier carrier) {
  /** How the engine carries a value. */
  public enum Carrier {
    /** Numbers made anew every frame; inside a program never copied to the host without need. */
    TENSOR,
    /**
     * A thing known when the graph is planned: a model, a schedule, a setting. Costs nothing a
     * frame.
     */
    HANDLE,
    /** A Java object made anew every frame by a host node, read by host nodes. */
    OBJECT
  }

  /** Pixels {@code [3,H,W]}, RGB, in −1..1. */
  public static final PortType IMAGE = new PortType("dreamwire:image", Carrier.TENSOR);

  /** One frame's latent {@code [C,H,W]}, scaled to about unit variance. */
  public static final PortType LATENT = new PortType("dreamwire:latent", Carrier.TENSOR);

  /** The pictures of a clip's frames {@code [T,3,H,W]}, RGB, in −1..1. */
  public static final PortType VIDEO = new PortType("dreamwire:video", Carrier.TENSOR);

  /** The latents of a clip's frames {@code [T,C,H,W]}. */
  public static final PortType CLIP = new PortType("dreamwire:clip", Carrier.TENSOR);

  /** One frame's action vector {@code [A]}, in the order of the model's vocabulary. */
  public static final PortType ACTION = new PortType("dreamwire:action", Carrier.TENSOR);

  /** Where a remembered view was seen from {@code [7]}; zeros where nothing is remembered. */
  public static final PortType OFFSET = new PortType("dreamwire:offset", Carrier.TENSOR);

  /**
   * Where a scene's picture was seen from {@code [6]}: 1 if that is known, then blocks to the east,
   * up and to the south, degrees to the right of north and degrees down; zeros where it is not.
   */
  public static final PortType POSE = new PortType("dreamwire:pose", Carrier.TENSOR);

  /** A plain number {@code []}. */
  public static final PortType NUMBER = new PortType("dreamwire:number", Carrier.TENSOR);

  /** What a person holds down: {@link Controls}. */
  public static final PortType CONTROLS = new PortType("dreamwire:controls", Carrier.OBJECT);

  /** An autoencoder with its weights. */
  public static final PortType AUTOENCODER = new PortType("dreamwire:autoencoder", Carrier.HANDLE);

  /** A denoiser (a diffusion transformer, say) with its weights. */
  public static final PortType DENOISER = new PortType("dreamwire:denoiser", Carrier.HANDLE);

  /** A model that makes whole clips, with its weights. */
  public static final PortType CLIP_DENOISER =
      new PortType("dreamwire:clip_denoiser", Carrier.HANDLE);

  /** A noise schedule. */
  public static final PortType SCHEDULE = new PortType("dreamwire:schedule", Carrier.HANDLE);

  /** How the past is kept for the denoiser: window and stabilisation level. */
  public static final PortType CONTEXT = new PortType("dreamwire:context", Carrier.HANDLE);

  /** The past frames that the next one is made from. */
  public static final PortType HISTORY = new PortType("dreamwire:history", Carrier.HANDLE);
}
