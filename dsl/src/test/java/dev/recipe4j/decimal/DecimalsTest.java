package dev.recipe4j.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.3",
    "1024, 1024",
    "0.0001, 1e-4",
    "0.001, 0.001",
    "0.000025, 2.5e-5",
    "-0.00003, -3e-5",
    "0, 0",
    "0.1625, 0.1625",
    "1281167, 1281167",
    "1e20, 1e20",
    "NaN, NaN"
  })
  void numbersAreShownAsWritten(double number, String shown) {
    assertEquals(shown, Decimals.show(number));
  }

  @Test
  void productsAreExact() {
    assertEquals(0.01, Decimals.times(0.1, 0.1));
    assertEquals(0.001, Decimals.power(0.1, 3));
    assertEquals(0.3, Decimals.plus(0.1, 0.2));
  }

  @Test
  void roundingIsNotExcess() {
    assertFalse(Decimals.exceeds(1.01 * (1 + 1e-12), 1.01));
    assertTrue(Decimals.exceeds(1.0101, 1.01));
    assertTrue(Decimals.same(0.1 + 0.2, 0.3));
  }

  @Test
  void halvesAreRoundedUp() {
    assertEquals(3, Decimals.roundedProduct(2.5, 1));
    assertEquals(2, Decimals.roundedProduct(2.49, 1));
  }

  @ParameterizedTest
  @CsvSource({"1, 1 epoch", "0, 0 epochs", "2, 2 epochs", "0.5, 0.5 epochs", "1.5, 1.5 epochs"})
  void oneIsSingular(double number, String shown) {
    assertEquals(shown, Decimals.count(number, "epoch"));
  }

  @Test
  void percentHasOneDigitAfterThePoint() {
    assertEquals("14.3 %", Decimals.percent(1, 7));
    assertEquals("50 %", Decimals.percent(0.05, 0.1));
  }

  @Test
  void roundingKeepsSignificantDigits() {
    assertEquals(45.4545, Decimals.rounded(45.454545, 6));
    assertEquals(1.23457e-5, Decimals.rounded(1.234567e-5, 6));
  }
}
