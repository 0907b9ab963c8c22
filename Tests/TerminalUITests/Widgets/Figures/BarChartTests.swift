import TerminalUI
import TestSupport
import Testing

struct BarChartTests {
  let bars = [
    BarChart.Bar(sign: "A", label: "Companies", share: 0.52, figure: "13", percent: "52 %"),
    BarChart.Bar(sign: "B", label: "States", share: 0.28, figure: "7", percent: "28 %"),
    BarChart.Bar(sign: "C", label: "All jointly", share: 0.2, figure: "5", percent: "20 %"),
  ]

  @Test func `a row is a label, a bar and figures`() {
    let canvas = drawn(40, 3) { canvas, rect in
      BarChart(bars).draw(on: &canvas, in: rect, look: look)
    }
    #expect(
      drawing(of: canvas) == """
        A Companies   ████████▍·······  52 %  13
        B States      ████▌···········  28 %   7
        C All jointly ███▎············  20 %   5
        """)
    #expect(canvas.style(14, 0) == look["series.1"])
    #expect(canvas.style(14, 1) == look["series.2"])
  }

  @Test func `a narrow chart gives up percents before labels`() {
    let canvas = drawn(16, 3) { canvas, rect in
      BarChart(bars).draw(on: &canvas, in: rect, look: look)
    }
    #expect(canvas.row(0) == "A Com… ██▋··  13")
  }

  @Test func `a tall chart has two rows a bar`() {
    let chart = BarChart(bars, shape: .tall)
    #expect(chart.rows == 11)
    let canvas = drawn(40, 11) { canvas, rect in chart.draw(on: &canvas, in: rect, look: look) }
    #expect(
      drawing(of: canvas) == """
        A Companies
        ██████████████▌·············   52 %   13
        ██████████████▌·············

        B States
        ███████▉····················   28 %    7
        ███████▉····················

        C All jointly
        █████▋······················   20 %    5
        █████▋······················
        """)
  }

  @Test func `any label keeps the right border in place`() {
    let bars = tortureCorpus.map {
      BarChart.Bar(sign: $0, label: $0, share: 0.5, figure: $0, percent: $0)
    }
    for shape in [BarChart.Shape.compact, .tall] {
      for columns in [1, 7, 40] {
        expectBorderStands(around: Size(columns: columns, rows: 20)) { canvas, rect in
          BarChart(bars, shape: shape).draw(on: &canvas, in: rect, look: look)
        }
      }
    }
  }
}
