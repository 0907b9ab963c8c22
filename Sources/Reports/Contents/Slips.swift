public import SessionModel

/// Codes on slips to be cut out and drawn by hand, eight a page.
public struct Slips: Sendable {
  private let codes: [VoteCode]
  private let group: StakeholderGroup?
  private let plan: Plan

  public static let perPage = 8
  private static let columns = 2
  private static let width = 39
  private static let height = 13

  public init(_ codes: [VoteCode], of group: StakeholderGroup? = nil, plan: Plan) {
    self.codes = codes
    self.group = group
    self.plan = plan
  }

  /// Each page as text, without a line end behind its last line.
  public var pages: [String] {
    stride(from: 0, to: codes.count, by: Self.perPage).map { start in
      page(Array(codes[start..<min(start + Self.perPage, codes.count)]))
    }
  }

  private func page(_ codes: [VoteCode]) -> String {
    let cut = [String](repeating: String(repeating: "-", count: Self.width), count: Self.columns)
      .joined(separator: "+")
    var lines = [cut]
    for start in stride(from: 0, to: codes.count, by: Self.columns) {
      let row = codes[start..<min(start + Self.columns, codes.count)].map(slip)
      for line in 0..<Self.height {
        lines.append(row.map { $0[line].padded(to: Self.width) }.joined(separator: "|").trimmedEnd)
      }
      lines.append(cut)
    }
    return lines.joined(separator: "\n")
  }

  private func slip(_ code: VoteCode) -> [String] {
    let title = PlainText.wrapped(plan.title.cleanLine, to: Self.width - 4)
    let heading = [plan.number].compactMap(\.self) + title.prefix(2)
    let lines =
      ["", ""] + heading + [String](repeating: "", count: max(0, 3 - heading.count)) + [
        "", "Your code:   \(code.description)", "",
        "Type it at a ballot terminal.",
        "Nobody knows that it is yours: where",
        "needed \(code.pseudonym) stands beside yours.",
        group.map { "For: \($0.title)" } ?? "",
      ]
    return (lines + [String](repeating: "", count: Self.height)).prefix(Self.height).map {
      "  " + $0
    }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
