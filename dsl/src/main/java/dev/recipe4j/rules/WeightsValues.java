package dev.recipe4j.rules;

import dev.recipe4j.Rule;
import dev.recipe4j.Slot;
import dev.recipe4j.declaration.DeclaredComponent;
import dev.recipe4j.declaration.DeclaredMember;
import dev.recipe4j.declaration.DeclaredWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the class that names pretrained weights says lies in its documented range. It may be
 * compiled already, so all is told where the recipe names it.
 */
final class WeightsValues extends Check {
  private static final Pattern CHECKSUM =
      Pattern.compile("sha256:[0-9a-fA-F]{64}|md5:[0-9a-fA-F]{32}");

  WeightsValues() {
    super(Rule.VALUE_RANGE);
  }

  @Override
  List<Finding> findings(Subject recipe) {
    return recipe
        .declaration()
        .find(Slot.PRETRAINED)
        .map(pretrained -> findings(pretrained.member("value")))
        .orElse(List.of());
  }

  private List<Finding> findings(DeclaredMember named) {
    DeclaredWeights weights = (DeclaredWeights) named.value();
    List<Finding> findings = new ArrayList<>();
    weights
        .components()
        .forEach(
            component ->
                component.members().stream()
                    .flatMap(member -> ValueRange.fault(component, member).stream())
                    .map(fault -> finding(named, weights, fault.message(), fault.fix()))
                    .forEach(findings::add));
    weights
        .weights()
        .ifPresent(
            declared -> {
              addWrongChecksum(named, weights, declared, findings);
              addWrongChannels(named, weights, declared, findings);
            });
    return findings;
  }

  private void addWrongChecksum(
      DeclaredMember named,
      DeclaredWeights weights,
      DeclaredComponent declared,
      List<Finding> findings) {
    String checksum = declared.member("checksum").value().toString();
    if (!CHECKSUM.matcher(checksum).matches()) {
      findings.add(
          finding(
              named,
              weights,
              "checksum of @Weights is '%s', but must be sha256: and 64 hexadecimal digits, or md5: and 32"
                  .formatted(checksum),
              "write sha256: and what sha256sum prints for the file"));
    }
  }

  private void addWrongChannels(
      DeclaredMember named,
      DeclaredWeights weights,
      DeclaredComponent declared,
      List<Finding> findings) {
    DeclaredComponent normalize = weights.normalize().orElseThrow();
    int means = normalize.member("mean").elements().size();
    int deviations = normalize.member("std").elements().size();
    int channels = (Integer) declared.member("channels").value();
    if (means != channels || deviations != channels) {
      findings.add(
          finding(
              named,
              weights,
              "normalize of @Weights has %d means and %d standard deviations for %d %s"
                  .formatted(means, deviations, channels, channels == 1 ? "channel" : "channels"),
              "write %d of each".formatted(channels)));
    }
  }

  private Finding finding(
      DeclaredMember named, DeclaredWeights weights, String message, String fix) {
    String name = weights.simpleName();
    return finding(named, "%s, on %s".formatted(message, name), "%s, on %s".formatted(fix, name));
  }
}
