package dev.recipe4j.runtime.advice;

import dev.recipe4j.spec.RecipeSpec;
import java.util.function.UnaryOperator;

/**
 * One change to a recipe.
 *
 * @param text what to do, as one would say it
 * @param because the published number behind it
 * @param change makes the changed recipe; its learning rate, schedule and chains follow
 */
public record Proposal(String text, String because, UnaryOperator<RecipeSpec> change) {}
