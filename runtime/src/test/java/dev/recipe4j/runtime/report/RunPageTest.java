package dev.recipe4j.runtime.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.recipe4j.runtime.Recipes;
import dev.recipe4j.runtime.report.Chart.Point;
import dev.recipe4j.schedule.LearningRateCurve;
import dev.recipe4j.spec.CutMix;
import dev.recipe4j.spec.Mixup;
import dev.recipe4j.spec.RecipeSpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A page of the largest kind, its limits, and what it does with text from elsewhere. */
class RunPageTest {
  private static final int MOST_BYTES = 5_000_000;

  @Test
  void aLargeRunStaysBelowFiveMegabytes() {
    byte[] page = RunPage.of(LargeRun.content());
    assertTrue(page.length < MOST_BYTES, page.length + " bytes");
    String text = new String(page, StandardCharsets.UTF_8);
    // That it is small because something is missing would be no merit.
    for (String part :
        List.of("chart-learning-rate", "chart-loss", "chart-accuracy", "chart-classes")) {
      assertTrue(text.contains("<canvas id=\"%s\"".formatted(part)), part);
    }
    assertEquals(24 + 4 * 8, text.split("<img ", -1).length - 1);
    assertTrue(text.contains("The 200 most frequent of 10,302 pairs"));
    assertTrue(text.contains("The last 200 lines of log.txt"));
  }

  @Test
  void keepsTheLicenceOfTheChartLibrary() {
    String text = new String(RunPage.of(LargeRun.content()), StandardCharsets.UTF_8);
    assertTrue(text.contains("The MIT License (MIT)"), "the licence is missing");
    assertTrue(text.contains("Permission is hereby granted, free of charge"));
    assertFalse(text.contains("sourceMappingURL"));
  }

  @Test
  void thePlannedLearningRateHasAsManyPointsAsAreSeen() {
    LearningRateCurve curve = LargeRun.content().run().curve();
    List<Point> points = Curves.planned(curve);
    assertTrue(curve.updates() > Curves.MOST_POINTS);
    assertEquals(Curves.MOST_POINTS, points.size());
    assertEquals(curve.at(0), points.get(0).y());
    Point last = points.get(points.size() - 1);
    assertEquals(LargeRun.EPOCHS, last.x());
    assertEquals(curve.at(curve.updates() - 1), last.y());
    LearningRateCurve single =
        new LearningRateCurve(curve.peak(), curve.schedule(), curve.warmup(), 1, 1);
    assertEquals(1, Curves.planned(single).size());
  }

  @Test
  void saysWhereTrainAndTestCannotBeCompared() {
    assertFalse(Curves.accuracyNote(Recipes.spots()).contains("mixes"));
    assertEquals("Without the penalty of weight decay.", Curves.lossNote(Recipes.spots()));
    RecipeSpec some = Recipes.spots(new CutMix(1, OptionalDouble.of(0.25)));
    String note = Curves.accuracyNote(some);
    assertTrue(note.contains("Here CutMix mixes 25.00 % of the batches"), note);
    assertTrue(Curves.lossNote(some).contains("the two cannot be compared"));
    note = Curves.accuracyNote(Recipes.spots(new Mixup(0.2, OptionalDouble.empty())));
    assertTrue(note.contains("Here Mixup mixes every batch"), note);
  }

  @Test
  void aCardIsRenderedWithoutItsDrawingAndWithoutHtml() {
    String html =
        RecipePart.rendered(
            """
            # <script>x</script>

            ![a drawing](a.svg)

            [l](javascript:x)

            | a | b |
            | --- | --- |
            | <img src=x> | 2 |
            """);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<img"), html);
    assertFalse(html.contains("javascript:"), html);
    assertTrue(html.contains("<table>"), html);
    assertTrue(html.contains("&lt;img src=x&gt;"), html);
  }

  @Test
  void textAndAttributesAreEscaped() {
    String html = new Html().open("p", "title", "\"'<&>").text("<b>&\"'").close("p").toString();
    assertEquals("<p title=\"&quot;&#39;&lt;&amp;&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>\n", html);
  }
}
