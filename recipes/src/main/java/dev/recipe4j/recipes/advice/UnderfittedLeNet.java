package dev.recipe4j.recipes.advice;

import dev.recipe4j.Accept;
import dev.recipe4j.Batch;
import dev.recipe4j.CosineDecay;
import dev.recipe4j.FashionMnist;
import dev.recipe4j.L2Decay;
import dev.recipe4j.LabelSmoothing;
import dev.recipe4j.LeNet;
import dev.recipe4j.LearningRate;
import dev.recipe4j.LinearWarmup;
import dev.recipe4j.Momentum;
import dev.recipe4j.RandAugment;
import dev.recipe4j.RandomErasing;
import dev.recipe4j.RandomFlip;
import dev.recipe4j.Recipe;
import dev.recipe4j.Rule;

/** Treats a network of 60,000 parameters as if it had millions. */
@Recipe(id = "advice-underfitted", epochs = 8)
@LeNet
@FashionMnist
@Batch(64)
@LearningRate(reference = 0.05, referenceBatch = 64)
@Momentum(0.9)
@LinearWarmup(epochs = 0.5)
@CosineDecay
@L2Decay(1e-3)
@LabelSmoothing
@RandomFlip
@RandAugment(magnitude = 9)
@RandomErasing
@Accept(rule = Rule.REGULARISATION_BUDGET, because = "shows what recipe4j advise says of it")
public interface UnderfittedLeNet {}
