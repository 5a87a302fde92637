package dev.recipe4j.network;

import dev.recipe4j.network.Tensor.Kind;
import java.util.List;

/** What a layer computes. Images are channels x height x width. */
public sealed interface Operation {
  /**
   * Shape of the output for one example.
   *
   * @throws IllegalArgumentException if the inputs do not fit the operation
   */
  Shape output(List<Shape> inputs);

  /** Parameter tensors, in the order in which they lie in the flat parameter vector. */
  default List<Tensor> tensors(Shape input) {
    return List.of();
  }

  /** Whether it has parameter tensors, whatever its input. */
  default boolean hasParameters() {
    return this instanceof Convolution
        || this instanceof BatchNormalization
        || this instanceof Dense;
  }

  /** Multiply-adds for one example: convolutions and dense layers only, as published counts do. */
  default long multiplyAdds(Shape input, Shape output) {
    return 0;
  }

  /**
   * Convolution of a square kernel.
   *
   * @param filters output channels
   * @param kernel side of the kernel
   * @param stride step in both directions
   * @param padding zeros on each side
   * @param groups 1, or the number of channels for a depthwise convolution
   * @param bias whether an offset for each filter is added; it starts at 0
   * @param initialization of the weights
   */
  record Convolution(
      int filters,
      int kernel,
      int stride,
      int padding,
      int groups,
      boolean bias,
      ConvolutionInitialization initialization)
      implements Operation {
    /** Initialisation of the weights. Taps are the elements of the kernel. */
    public enum ConvolutionInitialization {
      /** Kaiming normal over taps x input channels of a group: what an output is computed from. */
      KAIMING_FAN_IN,
      /**
       * Kaiming normal over taps x all input channels, groups or not: the default of Paddle's layer
       * ({@code paddle/nn/layer/conv.py}), which starts depthwise kernels small.
       */
      KAIMING_ALL_INPUTS,
      /**
       * Kaiming normal over taps x filters, groups or not: torchvision ({@code kaiming_normal_}
       * with {@code mode="fan_out"}).
       */
      KAIMING_FAN_OUT,
      /**
       * Glorot uniform over taps x all input channels and taps x filters of a group: the default of
       * Keras's layers.
       */
      GLOROT_UNIFORM;

      private Initialization of(long taps, int inputs, int filters, int groups) {
        return switch (this) {
          case KAIMING_FAN_IN -> Initialization.kaimingNormal(taps * inputs / groups);
          case KAIMING_ALL_INPUTS -> Initialization.kaimingNormal(taps * inputs);
          case KAIMING_FAN_OUT -> Initialization.kaimingNormal(taps * filters);
          case GLOROT_UNIFORM ->
              Initialization.glorotUniform(taps * inputs, taps * filters / groups);
        };
      }
    }

    /** With weights that start as {@link ConvolutionInitialization#KAIMING_FAN_IN}. */
    public Convolution(int filters, int kernel, int stride, int padding, int groups, boolean bias) {
      this(
          filters, kernel, stride, padding, groups, bias, ConvolutionInitialization.KAIMING_FAN_IN);
    }

    @Override
    public Shape output(List<Shape> inputs) {
      Shape input = single(inputs);
      if (input.channels() % groups != 0 || filters % groups != 0) {
        throw new IllegalArgumentException(
            "%d groups do not divide %d input and %d output channels"
                .formatted(groups, input.channels(), filters));
      }
      return new Shape(
          filters,
          slid(input.height(), kernel, stride, padding, false),
          slid(input.width(), kernel, stride, padding, false));
    }

    @Override
    public List<Tensor> tensors(Shape input) {
      int inputs = input.channels() / groups;
      Tensor weight =
          new Tensor(
              Kind.WEIGHT,
              List.of(filters, inputs, kernel, kernel),
              initialization.of((long) kernel * kernel, input.channels(), filters, groups));
      return bias ? List.of(zeros(Kind.BIAS, filters), weight) : List.of(weight);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return output.size() * (input.channels() / groups) * kernel * kernel;
    }
  }

  /**
   * Batch normalisation with gamma and beta.
   *
   * @param epsilon added to the variance
   * @param momentum share of the running statistics that is kept at each update
   * @param runningVariance which variance of a batch enters the running one; a batch itself is
   *     always normalised by the biased one
   */
  record BatchNormalization(double epsilon, double momentum, RunningVariance runningVariance)
      implements Operation {
    /** Variance of n values. */
    public enum RunningVariance {
      /** The mean squared deviation: Paddle. */
      BIASED,
      /** The sum of squared deviations by n - 1: PyTorch, and TensorFlow's fused kernel. */
      UNBIASED
    }

    /** With the running variance that Paddle and DL4J keep. */
    public BatchNormalization(double epsilon, double momentum) {
      this(epsilon, momentum, RunningVariance.BIASED);
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return single(inputs);
    }

    @Override
    public List<Tensor> tensors(Shape input) {
      int channels = input.channels();
      return List.of(
          ones(Kind.GAMMA, channels),
          zeros(Kind.BETA, channels),
          zeros(Kind.MEAN, channels),
          ones(Kind.VARIANCE, channels));
    }
  }

  /** A function of each element. */
  record Activation(Function function) implements Operation {
    /** Functions of one element. */
    public enum Function {
      /** {@code max(0, x)}. */
      RELU,
      /** {@code min(6, max(0, x))}. */
      RELU6,
      /** {@code x * relu6(x + 3) / 6}. */
      HARD_SWISH
    }

    @Override
    public Shape output(List<Shape> inputs) {
      return single(inputs);
    }
  }

  /**
   * A straight line cut to 0 to 1: {@code min(1, max(0, slope * x + offset))}.
   *
   * @param slope 1/6 in torchvision and Keras, 0.2 in Paddle
   * @param offset 0.5
   */
  record HardSigmoid(double slope, double offset) implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      return single(inputs);
    }
  }

  /**
   * Elements set to 0 at random in training, the others scaled up.
   *
   * @param probability of an element to be 0
   */
  record Dropout(double probability) implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      return single(inputs);
    }
  }

  /**
   * A border of zeros as TensorFlow's SAME adds it before a square that slides: as much as makes
   * the output {@code ceil(size / stride)} long, the odd pixel at the end. What slides adds none
   * itself.
   *
   * @param kernel side of the square
   * @param stride step in both directions
   */
  record SamePadding(int kernel, int stride) implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape input = single(inputs);
      return new Shape(
          input.channels(),
          input.height() + border(input.height()),
          input.width() + border(input.width()));
    }

    /** Zeros before the first element. */
    public int before(int size) {
      return border(size) / 2;
    }

    /** Zeros after the last element. */
    public int after(int size) {
      return border(size) - before(size);
    }

    private int border(int size) {
      int output = (size + stride - 1) / stride;
      return Math.max(0, (output - 1) * stride + kernel - size);
    }
  }

  /** Feature maps, each multiplied by its element of a vector: the second input. */
  record Scale() implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape maps = inputs.get(0);
      if (inputs.size() != 2 || !inputs.get(1).equals(new Shape(maps.channels(), 1, 1))) {
        throw new IllegalArgumentException("cannot scale the first of the shapes " + inputs);
      }
      return maps;
    }
  }

  /**
   * Maximum or mean over a sliding square.
   *
   * @param statistic what is taken of each square
   * @param kernel side of the square
   * @param stride step in both directions
   * @param padding on each side; never counted in a mean
   * @param ceil whether a last, partly covered square is kept
   */
  record Pooling(Statistic statistic, int kernel, int stride, int padding, boolean ceil)
      implements Operation {
    /** What is taken of each square. */
    public enum Statistic {
      MAXIMUM,
      MEAN
    }

    @Override
    public Shape output(List<Shape> inputs) {
      Shape input = single(inputs);
      return new Shape(
          input.channels(),
          slid(input.height(), kernel, stride, padding, ceil),
          slid(input.width(), kernel, stride, padding, ceil));
    }
  }

  /** Mean of each feature map: a vector. */
  record GlobalAveragePooling() implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      return new Shape(single(inputs).channels(), 1, 1);
    }
  }

  /** Sum of inputs of one shape. */
  record Add() implements Operation {
    @Override
    public Shape output(List<Shape> inputs) {
      Shape first = inputs.get(0);
      if (!inputs.stream().allMatch(first::equals)) {
        throw new IllegalArgumentException("cannot add the shapes " + inputs);
      }
      return first;
    }
  }

  /**
   * Fully connected layer with bias; takes feature maps as one vector in the order channel, row,
   * column.
   */
  record Dense(int outputs, DenseInitialization initialization) implements Operation {
    /** Initialisation of the weights; the bias starts at 0 unless said otherwise. */
    public enum DenseInitialization {
      /** Kaiming normal over the inputs: layers followed by ReLU, PaddleClas's MobileNetV1. */
      KAIMING_NORMAL,
      /** Uniform within 1 / sqrt(inputs): the classifier of PaddleClas's ResNets. */
      UNIFORM_FAN_IN,
      /** The same, and the bias too: the default of PyTorch's layer. */
      UNIFORM_FAN_IN_WITH_BIAS,
      /** Normal with standard deviation 0.01: torchvision's MobileNets. */
      SMALL_NORMAL,
      /** Glorot uniform: the default of Paddle's and of Keras's layer. */
      GLOROT_UNIFORM
    }

    private static final double SMALL_DEVIATION = 0.01;

    @Override
    public Shape output(List<Shape> inputs) {
      single(inputs);
      return new Shape(outputs, 1, 1);
    }

    @Override
    public List<Tensor> tensors(Shape input) {
      int inputs = Math.toIntExact(input.size());
      Initialization start =
          switch (initialization) {
            case KAIMING_NORMAL -> Initialization.kaimingNormal(inputs);
            case UNIFORM_FAN_IN, UNIFORM_FAN_IN_WITH_BIAS -> Initialization.uniformFanIn(inputs);
            case SMALL_NORMAL -> Initialization.normal(SMALL_DEVIATION);
            case GLOROT_UNIFORM -> Initialization.glorotUniform(inputs, outputs);
          };
      Tensor bias =
          initialization == DenseInitialization.UNIFORM_FAN_IN_WITH_BIAS
              ? new Tensor(Kind.BIAS, List.of(outputs), start)
              : zeros(Kind.BIAS, outputs);
      return List.of(new Tensor(Kind.WEIGHT, List.of(outputs, inputs), start), bias);
    }

    @Override
    public long multiplyAdds(Shape input, Shape output) {
      return input.size() * outputs;
    }
  }

  private static Shape single(List<Shape> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException("one input expected, not " + inputs.size());
    }
    return inputs.get(0);
  }

  private static int slid(int size, int kernel, int stride, int padding, boolean ceil) {
    int room = size + 2 * padding - kernel;
    if (room < 0) {
      throw new IllegalArgumentException(
          "a %dx%d kernel does not fit %d pixels padded by %d"
              .formatted(kernel, kernel, size, padding));
    }
    return (ceil ? room + stride - 1 : room) / stride + 1;
  }

  private static Tensor zeros(Kind kind, int size) {
    return new Tensor(kind, List.of(size), Initialization.constant(0));
  }

  private static Tensor ones(Kind kind, int size) {
    return new Tensor(kind, List.of(size), Initialization.constant(1));
  }
}
