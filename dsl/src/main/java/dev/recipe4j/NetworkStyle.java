package dev.recipe4j;

/** A published flavour of a network: same name, small differences in structure. */
public enum NetworkStyle {
  /** PaddleClas: the first residual block of every stage has a projection shortcut. */
  PADDLE,
  /** torchvision: a projection shortcut only where the shape changes. */
  TORCHVISION,
  /** Keras applications: padding as TensorFlow's SAME, batch normalisation of its own. */
  KERAS
}
