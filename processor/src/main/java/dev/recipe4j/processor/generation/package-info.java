/**
 * From checked recipes to pipelines, cards and the catalogue; the only package that knows the
 * filer.
 */
@NullMarked
package dev.recipe4j.processor.generation;

import org.jspecify.annotations.NullMarked;
