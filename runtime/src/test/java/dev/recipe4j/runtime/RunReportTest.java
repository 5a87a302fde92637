package dev.recipe4j.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recipe4j.runtime.Browser.Shown;
import dev.recipe4j.runtime.data.Examples;
import dev.recipe4j.runtime.data.ImageData;
import dev.recipe4j.runtime.report.Comparison;
import dev.recipe4j.runtime.report.ComparisonPage;
import dev.recipe4j.runtime.report.LargeRun;
import dev.recipe4j.runtime.report.RunPage;
import dev.recipe4j.runtime.train.Evaluation;
import dev.recipe4j.runtime.train.EvaluationDocument;
import dev.recipe4j.runtime.train.RunDirectory;
import dev.recipe4j.runtime.train.RunException;
import dev.recipe4j.runtime.train.TrainingListener;
import dev.recipe4j.spec.Momentum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of runs that are finished, stopped and failed, and what a browser makes of them. */
class RunReportTest {
  private static final String HOSTILE = "</script><script>document.title='owned'</script>";
  private static final Hostile DATA = new Hostile(new Blobs(240, 60));
  private static final List<String> CHARTS =
      List.of(
          "chart-learning-rate",
          "chart-loss",
          "chart-accuracy",
          "chart-classes",
          "chart-confusion",
          "chart-throughput",
          "chart-time");

  /** What a page asks for from outside. */
  private static final Pattern OUTSIDE =
      Pattern.compile("(?:src|href)=\"(?!data:image/|#)|@import|url\\(");

  @TempDir static Path directory;
  private static Path finished;

  /** Spots whose classes have the names that a user must not get away with. */
  private record Hostile(ImageData data) implements ImageData {
    @Override
    public Examples train() {
      return data.train();
    }

    @Override
    public Examples validation() {
      return data.validation();
    }

    @Override
    public int classes() {
      return data.classes();
    }

    @Override
    public Optional<List<String>> classNames() {
      return Optional.of(List.of(HOSTILE, "<img src=x onerror=\"document.title='owned'\">", "-->"));
    }

    @Override
    public String description() {
      return data.description() + HOSTILE;
    }
  }

  @BeforeAll
  static void train() {
    finished = directory.resolve("finished");
    Training.of(Recipes.pipeline(Recipes.spots()), DATA).out(finished).threads(2).train();
  }

  private static Path stopped(String name) {
    Path run = directory.resolve(name);
    TrainingListener powerCut =
        new TrainingListener() {
          @Override
          public void updated(int epoch, long update, double rate, double loss, double speed) {
            if (epoch == 2) {
              throw new IllegalStateException("<b>power cut</b>");
            }
          }
        };
    Training training =
        Training.of(Recipes.pipeline(Recipes.spots(new Momentum(0.8))), DATA)
            .out(run)
            .threads(2)
            .listener(powerCut);
    assertThrows(IllegalStateException.class, training::train);
    return run;
  }

  @Test
  void aFinishedRunHasItsReportAndEvaluation() throws IOException {
    TrainingRun run = TrainingRun.read(finished);
    EvaluationDocument document = new RunDirectory(finished).evaluation().orElseThrow();
    Evaluation evaluation = document.evaluation();
    assertEquals(run.best().epoch(), document.epoch());
    assertEquals(run.best().testTop1().getAsDouble(), evaluation.metrics().top1());
    assertEquals(run.best().testLoss().getAsDouble(), evaluation.metrics().loss(), 1e-6);
    int images = 0;
    int right = 0;
    for (int label = 0; label < 3; label++) {
      images += evaluation.confusion().images(label);
      right += evaluation.confusion().count(label, label);
    }
    assertEquals(60, images);
    assertEquals(evaluation.metrics().top1(), right / 60.0, 1e-12);
    String html = Files.readString(finished.resolve("report.html"));
    assertFalse(OUTSIDE.matcher(html.replaceAll("(?s)<script.*?</script>", "")).find());
    assertFalse(html.contains(HOSTILE));
    assertFalse(html.contains("<img src=x"));
  }

  @Test
  void aFailedRunSaysWhyAndWhatIsMissing() throws IOException {
    Path run = stopped("failed");
    String html = Files.readString(RunReport.of(run).write());
    assertTrue(html.contains("failed after 1 of 3 epochs: &lt;b&gt;power cut&lt;/b&gt;"), html);
    assertTrue(html.contains("Epoch 1 was not measured class by class"), html);
    assertTrue(html.contains("The card of spots is not on the class path."), html);
    assertTrue(html.contains("Not shown without the images"), html);
    assertTrue(new RunDirectory(run).evaluation().isEmpty());

    html = Files.readString(RunReport.of(run).data(DATA).write());
    assertEquals(1, new RunDirectory(run).evaluation().orElseThrow().epoch());
    assertTrue(html.contains("chart-confusion"), html);
    assertFalse(html.contains("Not shown without the images"), html);
    RunException refusal =
        assertThrows(RunException.class, () -> RunReport.of(run).data(new Blobs(240, 60)).write());
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("has the classes left, middle, right"));
    refusal =
        assertThrows(
            RunException.class,
            () -> RunReport.of(run).data(new Hostile(new Blobs(240, 30))).write());
    assertTrue(String.valueOf(refusal.getMessage()).contains("has 30 validation images"));
  }

  @Test
  void aDamagedFileCostsItsPartAlone() throws IOException {
    Path run = stopped("damaged");
    Path best = run.resolve("checkpoints").resolve("best.ckpt");
    byte[] bytes = Files.readAllBytes(best);
    bytes[bytes.length / 2] ^= 1;
    Files.write(best, bytes);
    String html = Files.readString(RunReport.of(run).data(DATA).write());
    assertTrue(html.contains("Not measured class by class: "), html);
    assertTrue(html.contains("best.ckpt"), html);
    Files.writeString(run.resolve("evaluation.json"), "{");
    html = Files.readString(RunReport.of(run).write());
    assertTrue(html.contains("evaluation.json is damaged"), html);
    assertTrue(html.contains("chart-accuracy"), html);
  }

  @Test
  void aRunWithoutAnEpochHasAReport() throws IOException {
    Path run = directory.resolve("begun");
    TrainingListener atOnce =
        new TrainingListener() {
          @Override
          public void updated(int epoch, long update, double rate, double loss, double speed) {
            throw new IllegalStateException("at once");
          }
        };
    Training training =
        Training.of(Recipes.pipeline(Recipes.spots()), DATA).out(run).listener(atOnce);
    assertThrows(IllegalStateException.class, training::train);
    String html = Files.readString(RunReport.of(run).data(DATA).write());
    assertTrue(html.contains("failed after 0 of 3 epochs: at once"), html);
    assertTrue(html.contains("No epoch was finished"), html);
    assertTrue(html.contains("chart-learning-rate"), html);
    drawn(run.resolve("report.html"), 1280, List.of("chart-learning-rate"));
  }

  @Test
  void aBrowserDrawsEveryChartOfAReport() throws IOException {
    drawn(finished.resolve("report.html"), 500, CHARTS);
  }

  @Test
  void aBrowserDrawsEveryChartOfALargeReport() throws IOException {
    Path page = Files.write(directory.resolve("large.html"), RunPage.of(LargeRun.content()));
    drawn(page, 1280, CHARTS);
  }

  @Test
  void runsAreComparedInTheTerminalAndAsAPage() throws IOException {
    Comparison comparison = Comparison.of(List.of(finished, stopped("compared")));
    assertEquals(List.of("finished", "compared"), comparison.labels());
    assertEquals(
        List.of(new Comparison.Line("momentum", List.of("0.9", "0.8"))), comparison.differences());
    Comparison.Line outcome =
        comparison.results().stream().filter(l -> l.name().equals("outcome")).findFirst().get();
    assertEquals(List.of("finished", "failed"), outcome.values());
    Path page = Files.write(directory.resolve("compared.html"), ComparisonPage.of(comparison));
    drawn(
        page,
        1280,
        List.of(
            "chart-test-accuracy",
            "chart-clean-train",
            "chart-test-loss",
            "chart-train-loss",
            "chart-learning-rate",
            "chart-throughput"));
  }

  /** Every canvas has colours on it, nothing complains, nothing of the data was run. */
  private static void drawn(Path page, int width, List<String> charts) throws IOException {
    Browser browser = Browser.in(directory);
    try {
      assertEquals(List.of(), browser.show(page, width).console(), "console of the page");
      Shown shown = browser.show(probed(page), width);
      assertEquals(List.of(), shown.console(), "console of the probed page");
      JsonNode verdict = verdict(shown.document());
      assertFalse(verdict.path("title").asText().contains("owned"));
      assertEquals(charts.size(), verdict.path("charts").size(), verdict.toString());
      for (String chart : charts) {
        JsonNode found = verdict.path("charts").path(chart);
        assertTrue(found.path("painted").asInt() > 300, chart + ": " + verdict);
        assertTrue(found.path("colours").asInt() >= 3, chart + ": " + verdict);
        assertTrue(found.path("right").asInt() <= width, chart + ": " + verdict);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The page with a script that looks at its canvases, which its own policy would not let run. */
  private static Path probed(Path page) throws IOException {
    String html = Files.readString(page);
    String open = html.replaceFirst("script-src [^\"]*", "script-src 'unsafe-inline'");
    assertFalse(open.equals(html), "the page has a policy");
    String probe =
        """
        <pre id="verdict"></pre>
        <script>
        setTimeout(() => {
          const charts = {};
          for (const canvas of document.querySelectorAll("canvas")) {
            const pixels = canvas.getContext("2d")
                .getImageData(0, 0, canvas.width, canvas.height).data;
            const colours = new Set();
            let painted = 0;
            for (let i = 0; i < pixels.length; i += 4) {
              if (pixels[i + 3] > 0) {
                painted++;
                colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
              }
            }
            charts[canvas.id] =
                {painted, colours: colours.size, right: canvas.getBoundingClientRect().right};
          }
          document.getElementById("verdict").textContent =
              "VERDICT" + JSON.stringify({title: document.title, charts}) + "END";
        }, 1000);
        </script>
        </body>""";
    return Files.writeString(
        Files.createTempFile(directory, "probed", ".html"), open.replace("</body>", probe));
  }

  private static JsonNode verdict(String document) throws IOException {
    Matcher matcher = Pattern.compile("VERDICT(\\{.*\\})END").matcher(document);
    assertTrue(matcher.find(), "the probe did not run");
    return new ObjectMapper().readTree(matcher.group(1));
  }
}
