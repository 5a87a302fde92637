package dev.recipe4j.recipes.advice;

import dev.recipe4j.L2Decay;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.Recipe;

/** What {@code recipe4j advise} printed for a run of its parent. */
@Recipe(id = "advice-overfitted-advised")
@L2Decay(1e-4)
@RandomFlip
public interface OverfittedLeNetAdvised extends OverfittedLeNet {}
