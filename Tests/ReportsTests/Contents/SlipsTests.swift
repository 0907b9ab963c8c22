import Reports
import SessionModel
import TestSupport
import Testing

struct SlipsTests {
  private func pages(_ count: Int, of group: StakeholderGroup? = nil) throws -> [String] {
    var generator = SeededGenerator(seed: 1)
    let codes = (0..<count).map { _ in VoteCode(using: &generator) }
    return Slips(codes, of: group, plan: try SessionFixture.planned().session.plan).pages
  }

  @Test(arguments: [(1, 1), (8, 1), (9, 2), (24, 3)])
  func `eight are on a page`(count: Int, pages: Int) throws {
    #expect(try self.pages(count).count == pages)
  }

  @Test func `a page fits on paper`() throws {
    let lines = try #require(pages(8).first).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 60)
    #expect(lines.allSatisfy { $0.count <= 79 })
  }

  @Test func `each slip has its code and what others see of it`() throws {
    var generator = SeededGenerator(seed: 1)
    let code = VoteCode(using: &generator)
    let page = try #require(pages(1).first)
    #expect(page.contains("Your code:   \(code.description)"))
    #expect(page.contains("\(code.pseudonym) stands beside yours."))
  }

  @Test func `slips of a group say so`() throws {
    #expect(try #require(pages(3, of: .government).first).contains("For: Government"))
  }
}
