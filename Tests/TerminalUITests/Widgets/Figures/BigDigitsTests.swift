import TerminalUI
import TestSupport
import Testing

struct BigDigitsTests {
  func shown(_ digits: BigDigits) -> Canvas {
    drawn(digits.size.columns, digits.size.rows) { canvas, rect in
      digits.draw(on: &canvas, in: rect, look: look)
    }
  }

  @Test func `a digit is five rows of six columns`() {
    #expect(
      drawing(of: shown(BigDigits("1:18"))) == """
        ████        ████    ██████
          ██    ██    ██    ██  ██
          ██          ██    ██████
          ██    ██    ██    ██  ██
        ██████      ██████  ██████
        """)
  }

  @Test func `minus and plus stand before figures`() {
    #expect(
      drawing(of: shown(BigDigits("-0+2"))) == """
                ██████          ██████
                ██  ██    ██        ██
        ██████  ██  ██  ██████  ██████
                ██  ██    ██    ██
                ██████          ██████
        """)
  }

  @Test func `a scale makes every pixel larger`() {
    #expect(BigDigits("1:18", form: .large(scale: 1)).size == Size(columns: 26, rows: 5))
    #expect(BigDigits("1:18", form: .large(scale: 3)).size == Size(columns: 65, rows: 12))
    #expect(shown(BigDigits("7", form: .large(scale: 2))).row(1) == "████████████")
  }

  @Test func `a small form takes three rows`() {
    #expect(
      drawing(of: shown(BigDigits("1:42", form: .small))) == """
        ▀█  ▄ █ █ ▀▀█
         █  ▄ ▀▀█ █▀▀
        ▀▀▀     ▀ ▀▀▀
        """)
  }

  @Test(arguments: [
    (Size(columns: 80, rows: 12), BigDigits.Form.large(scale: 3)),
    (Size(columns: 80, rows: 11), .large(scale: 2)),
    (Size(columns: 64, rows: 12), .large(scale: 2)),
    (Size(columns: 30, rows: 9), .large(scale: 1)), (Size(columns: 25, rows: 9), .small),
    (Size(columns: 12, rows: 3), .line), (Size(columns: 40, rows: 2), .line),
  ])
  func `the largest form that fits is taken`(_ size: Size, _ form: BigDigits.Form) {
    #expect(BigDigits("1:18", fitting: size).form == form)
  }

  @Test func `characters without a drawing are left out`() {
    #expect(BigDigits("1x8").size == BigDigits("18").size)
  }

  @Test func `what does not fit is clipped`() {
    for form in [BigDigits.Form.line, .small, .large(scale: 1), .large(scale: 3)] {
      expectBorderStands(around: Size(columns: 7, rows: 2)) { canvas, rect in
        BigDigits("12:34", form: form).draw(on: &canvas, in: rect, look: look, align: .center)
      }
    }
  }
}
