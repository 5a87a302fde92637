package dev.recipe4j.processor.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/**
 * Reads a value of an annotation as the plain Java value that declarations hold, coerced to the
 * type of its member. Empty if the compiler could not make sense of the value.
 */
final class ValueReader extends SimpleAnnotationValueVisitor14<Optional<Object>, TypeMirror> {
  /** What javac gives for a constant or class literal that it cannot resolve. */
  private static final String UNRESOLVED = "<error>";

  private static final ValueReader INSTANCE = new ValueReader();

  private ValueReader() {
    super(Optional.empty());
  }

  /**
   * Reads a value.
   *
   * @param type the type of its member
   */
  static Optional<Object> read(AnnotationValue value, TypeMirror type) {
    Optional<Object> read = value.accept(INSTANCE, elementType(type));
    boolean isLoneElement =
        type.getKind() == TypeKind.ARRAY && !(value.getValue() instanceof List<?>);
    return isLoneElement ? read.map(List::of) : read;
  }

  private static TypeMirror elementType(TypeMirror type) {
    return type instanceof ArrayType array ? array.getComponentType() : type;
  }

  @Override
  public Optional<Object> visitArray(List<? extends AnnotationValue> values, TypeMirror type) {
    List<Object> read = new ArrayList<>();
    for (AnnotationValue value : values) {
      value.accept(this, type).ifPresent(read::add);
    }
    return read.size() == values.size() ? Optional.of(List.copyOf(read)) : Optional.empty();
  }

  @Override
  public Optional<Object> visitBoolean(boolean value, TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN ? Optional.of(value) : Optional.empty();
  }

  @Override
  public Optional<Object> visitInt(int value, TypeMirror type) {
    return number(value, type);
  }

  @Override
  public Optional<Object> visitShort(short value, TypeMirror type) {
    return number(value, type);
  }

  @Override
  public Optional<Object> visitByte(byte value, TypeMirror type) {
    return number(value, type);
  }

  @Override
  public Optional<Object> visitLong(long value, TypeMirror type) {
    return number(value, type);
  }

  @Override
  public Optional<Object> visitDouble(double value, TypeMirror type) {
    return number(value, type);
  }

  @Override
  public Optional<Object> visitFloat(float value, TypeMirror type) {
    // By way of its decimal form: the float 0.1 is meant as 0.1, not as 0.10000000149.
    return number(Double.parseDouble(Float.toString(value)), type);
  }

  @Override
  public Optional<Object> visitChar(char value, TypeMirror type) {
    return type.getKind() == TypeKind.CHAR
        ? Optional.of(String.valueOf(value))
        : number((int) value, type);
  }

  /** A compiler may hand over a constant before widening it to the type of the member. */
  private static Optional<Object> number(Number value, TypeMirror type) {
    return switch (type.getKind()) {
      case INT, SHORT, BYTE -> Optional.of(value.intValue());
      case LONG -> Optional.of(value.longValue());
      case DOUBLE, FLOAT -> Optional.of(value.doubleValue());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Object> visitString(String value, TypeMirror type) {
    boolean fits = type.toString().equals(String.class.getName()) && !value.equals(UNRESOLVED);
    return fits ? Optional.of(value) : Optional.empty();
  }

  @Override
  public Optional<Object> visitEnumConstant(VariableElement constant, TypeMirror type) {
    return constant.asType().getKind() == TypeKind.ERROR
        ? Optional.empty()
        : Optional.of(constant.getSimpleName().toString());
  }

  @Override
  public Optional<Object> visitType(TypeMirror value, TypeMirror type) {
    return value.getKind() == TypeKind.ERROR ? Optional.empty() : Optional.of(value.toString());
  }

  @Override
  public Optional<Object> visitAnnotation(AnnotationMirror value, TypeMirror type) {
    return Optional.of(value.toString());
  }
}
