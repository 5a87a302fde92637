package ${package};

import dev.recipe4j.runtime.RecipeAssertions;
import org.junit.jupiter.api.Test;

class ${recipe}Test {
  @Test
  void theRulesFindNoFault() {
    RecipeAssertions.assertSound(new ${recipe}Pipeline());
  }
}
