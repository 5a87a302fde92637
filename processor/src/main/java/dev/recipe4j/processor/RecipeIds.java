package dev.recipe4j.processor;

import dev.recipe4j.Rule;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.rules.Finding;
import dev.recipe4j.rules.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The ids of the recipes of one compilation: two of one id would overwrite each other's card. */
final class RecipeIds {
  private final Map<String, String> owners = new HashMap<>();

  /** The verdict, with a finding more if an earlier recipe has the same id. */
  Verdict check(Verdict verdict, TypeElement recipe) {
    DeclaredMember id = verdict.declaration().recipe().member("id");
    String name = recipe.getQualifiedName().toString();
    String owner = owners.putIfAbsent(id.value().toString(), name);
    if (owner == null || owner.equals(name)) {
      return verdict;
    }
    List<Finding> findings = new ArrayList<>(verdict.findings());
    findings.add(
        new Finding(
            Rule.RECIPE_ID,
            Rule.RECIPE_ID.severity(),
            id,
            "the id \"%s\" is already that of %s".formatted(id.value(), owner),
            "write another id"));
    return new Verdict(verdict.declaration(), findings, verdict.accepted(), Optional.empty());
  }
}
