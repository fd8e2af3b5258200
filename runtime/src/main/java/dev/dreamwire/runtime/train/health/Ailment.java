package dev.dreamwire.runtime.train.health;

import dev.dreamwire.runtime.text.Texts;

/** What can go wrong with a model in training. */
public enum Ailment {
  /** The loss on held-out play rises while that on the training play falls. */
  OVERFIT("ailment.overfit", "remedy.overfit"),
  /** The loss ran away, or steps had no finite numbers. */
  EXPLODING("ailment.exploding", "remedy.exploding"),
  /** Dreams stand still where true play moves. */
  FROZEN("ailment.frozen", "remedy.frozen"),
  /** Dreams fade to grey mush. */
  DISSOLVING("ailment.dissolving", "remedy.dissolving"),
  /** Dreams grow harsher and harsher. */
  SATURATING("ailment.saturating", "remedy.saturating"),
  /** The next frame is guessed as well with other actions. */
  ACTIONS_IGNORED("ailment.actionsIgnored", "remedy.actionsIgnored"),
  /** The next frame is guessed as well without some actions. */
  DEAD_ACTIONS("ailment.deadActions", "remedy.deadActions"),
  /** Whatever goes in, nearly the same comes out. */
  SAME_OUTPUT("ailment.sameOutput", "remedy.sameOutput");

  private static final String TEXTS = "dev.dreamwire.runtime.train.health.messages";

  private final String sentence;
  private final String remedy;

  Ailment(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** What was noticed, in a sentence. */
  String sentence(Object... measured) {
    return Texts.display(TEXTS).get(sentence, measured);
  }

  /** What to do about it, in a sentence in the language of the person's windows. */
  public String remedy() {
    return Texts.display(TEXTS).get(remedy);
  }
}
