package dev.recipe4j.recipes.advice;

import dev.recipe4j.L2Decay;
import dev.recipe4j.RandAugment;
import dev.recipe4j.Recipe;
import dev.recipe4j.Slot;
import dev.recipe4j.Without;

/** What {@code recipe4j advise} printed for a run of its parent. */
@Recipe(id = "advice-underfitted-advised")
@L2Decay(3e-4)
@RandAugment
@Without(Slot.ERASE)
public interface UnderfittedLeNetAdvised extends UnderfittedLeNet {}
