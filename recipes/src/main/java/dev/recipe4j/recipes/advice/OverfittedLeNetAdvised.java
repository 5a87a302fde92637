package dev.recipe4j.recipes.advice;

import dev.recipe4j.PadAndCrop;
import dev.recipe4j.RandAugment;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.Recipe;

/** What {@code recipe4j advise} printed for a run of its parent. */
@Recipe(id = "advice-overfitted-advised")
@PadAndCrop(pad = 3)
@RandomFlip
@RandAugment
public interface OverfittedLeNetAdvised extends OverfittedLeNet {}
