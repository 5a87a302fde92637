package dev.recipe4j.processor.reading;

import dev.recipe4j.declaration.Site;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** Says whether a class can be a recipe: whether other code can name it and needs no instance. */
final class SiteReader {
  private SiteReader() {}

  static Site read(TypeElement type) {
    return fault(type).map(fault -> new Site(Optional.of(fault))).orElse(Site.SOUND);
  }

  private static Optional<String> fault(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> Optional.of("an enum");
      case RECORD -> Optional.of("a record");
      case ANNOTATION_TYPE -> Optional.of("an annotation type");
      case CLASS, INTERFACE -> faultOfClass(type);
      default -> Optional.of("neither a class nor an interface");
    };
  }

  private static Optional<String> faultOfClass(TypeElement type) {
    String kind = type.getKind() == ElementKind.INTERFACE ? "interface" : "class";
    if (type.getNestingKind() == NestingKind.LOCAL) {
      return Optional.of("a local " + kind);
    }
    if (type.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.of("a private " + kind);
    }
    if (isInner(type)) {
      return Optional.of("an inner (non-static) class");
    }
    if (!type.getTypeParameters().isEmpty()) {
      return Optional.of("generic");
    }
    return privateOuter(type).map(outer -> "nested in the private " + outer);
  }

  /** Interfaces, and the classes in them, are static without saying so. */
  private static boolean isInner(TypeElement type) {
    return type.getNestingKind() == NestingKind.MEMBER
        && type.getKind() == ElementKind.CLASS
        && type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface()
        && !type.getModifiers().contains(Modifier.STATIC);
  }

  private static Optional<String> privateOuter(TypeElement type) {
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(outer.getSimpleName().toString());
      }
    }
    return Optional.empty();
  }
}
