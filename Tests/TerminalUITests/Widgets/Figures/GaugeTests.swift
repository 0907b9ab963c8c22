import TerminalUI
import TestSupport
import Testing

struct GaugeTests {
  func shown(_ fraction: Double, columns: Int = 10) -> Canvas {
    drawn(columns, 1) { canvas, rect in Gauge(fraction).draw(on: &canvas, in: rect, look: look) }
  }

  @Test(arguments: [
    (0, "··········"), (0.001, "▏·········"), (0.5, "█████·····"), (0.56, "█████▋····"),
    (0.999, "█████████▉"), (1, "██████████"), (2.5, "██████████"), (-1, "··········"),
    (.nan, "··········"),
  ])
  func `a gauge is as long as its share`(_ fraction: Double, _ want: String) {
    #expect(drawing(of: shown(fraction)) == want)
  }

  @Test(arguments: [
    (0.5, Gauge.Level.calm, "gauge" as Role), (0.8, .warning, "gauge.warn"),
    (1, .over, "gauge.over"),
  ])
  func `a gauge turns amber and red`(_ fraction: Double, _ level: Gauge.Level, _ role: Role) {
    #expect(Gauge(fraction).level == level)
    #expect(shown(fraction).style(0, 0) == look[role])
  }

  @Test(arguments: 0...3)
  func `a gauge of any width stays in its place`(_ columns: Int) {
    expectBorderStands(around: Size(columns: columns, rows: 1)) { canvas, rect in
      Gauge(0.7).draw(on: &canvas, in: rect, look: look)
    }
  }
}
