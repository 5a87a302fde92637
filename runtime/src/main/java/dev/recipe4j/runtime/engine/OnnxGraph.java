package dev.recipe4j.runtime.engine;

import dev.recipe4j.network.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import onnx.Onnx.Version;
import org.nd4j.shade.protobuf.ByteString;

/** A graph in the words of ONNX's schema. ND4J carries the classes of the schema. */
final class OnnxGraph {
  /** The first with HardSwish. */
  private static final int OPERATORS = 14;

  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  void input(String name, Shape shape) {
    graph.addInput(value(name, shape.channels(), shape.height(), shape.width()));
  }

  void output(String name, long elements) {
    graph.addOutput(value(name, elements));
  }

  /** A value whose first dimension is the batch. */
  private static ValueInfoProto value(String name, long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDim(Dimension.newBuilder().setDimParam(BATCH));
    for (long size : sizes) {
      shape.addDim(Dimension.newBuilder().setDimValue(size));
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT_VALUE).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Begins a node with one result, which gives the node its name. */
  Node add(String operator, String result, List<String> inputs) {
    return new Node(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(result)
            .addAllInput(inputs)
            .addOutput(result));
  }

  /** A node that is not in the graph yet. */
  final class Node {
    private final NodeProto.Builder node;

    private Node(NodeProto.Builder node) {
      this.node = node;
    }

    Node integer(String name, long value) {
      node.addAttribute(attribute(name, AttributeType.INT).setI(value));
      return this;
    }

    Node integers(String name, long... values) {
      AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
      for (long value : values) {
        attribute.addInts(value);
      }
      node.addAttribute(attribute);
      return this;
    }

    Node number(String name, double value) {
      node.addAttribute(attribute(name, AttributeType.FLOAT).setF((float) value));
      return this;
    }

    void end() {
      graph.addNode(node);
    }

    private AttributeProto.Builder attribute(String name, AttributeType type) {
      return AttributeProto.newBuilder().setName(name).setType(type);
    }
  }

  /** Adds a tensor of parameters, row-major. */
  void tensor(String name, List<Integer> shape, FloatBuffer numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.FLOAT_VALUE)
            .setRawData(ByteString.copyFrom(bytes));
    shape.forEach(tensor::addDims);
    graph.addInitializer(tensor);
  }

  /** Adds a number and returns its name. */
  String constant(String name, float number) {
    tensor(name, List.of(), FloatBuffer.wrap(new float[] {number}));
    return name;
  }

  /** Adds a list of integers and returns its name. */
  String constants(String name, long... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(DataType.INT64_VALUE)
            .addDims(numbers.length)
            .setRawData(ByteString.copyFrom(bytes)));
    return name;
  }

  void write(String name, Map<String, String> notes, OutputStream out) throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            // Of the time of the operators.
            .setIrVersion(Version.IR_VERSION_2020_5_8_VALUE)
            .setProducerName("recipe4j")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
            .setGraph(graph.setName(name));
    notes.forEach(
        (key, note) ->
            model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(note)));
    model.build().writeTo(out);
  }
}
