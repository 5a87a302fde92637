package dev.recipe4j.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingGridTest {
  @Test
  void everyCombination() {
    assertEquals(
        "[[l2=1e-4, epochs=4], [l2=1e-4, epochs=8], [l2=3e-5, epochs=4], [l2=3e-5, epochs=8]]",
        SettingGrid.points(List.of("l2=1e-4, 3e-5", "epochs=4,8")).toString());
  }

  @Test
  void aListInBracesIsOneValue() {
    assertEquals(
        "[[at=30,60], [at=40]]", SettingGrid.points(List.of("at={30,60},{40}")).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l2 | sets nothing",
        "l2= | has an empty value",
        "l2=1,,2 | has an empty value",
        "l2=1,1 | has 1 twice",
        "at={1,2 | do not match",
        "at=1} | do not match",
        "at={{1}} | do not match"
      })
  void wrongOnes(String text, String message) {
    Exception thrown =
        assertThrows(SettingException.class, () -> SettingGrid.points(List.of(text)));
    assertTrue(String.valueOf(thrown.getMessage()).contains(message), thrown.getMessage());
  }
}
