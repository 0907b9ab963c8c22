import TerminalUI
import Testing

struct LookOnGroundTests {
  func look(_ styles: String) throws -> Look {
    Look(
      theme: try Theme(
        parsing: "{\n\"title\": \"test\",\n\"roles\": {\(styles)}\n}", file: "test.json"))
  }

  @Test func `a role on another ground is the one the theme names for it`() throws {
    let look = try look(
      #""dialog": {"fg": 1, "bg": 2}, "muted": {"fg": 3}, "dialog.muted": {"fg": 4}"#)
    #expect(look.style("muted", on: "dialog") == look["dialog.muted"])
  }

  @Test func `what is not named for a ground looks like its text`() throws {
    let look = try look(#""dialog": {"fg": 1, "bg": 2}, "muted": {"fg": 3}"#)
    #expect(look.style("muted", on: "dialog") == look["dialog"])
  }

  @Test func `a role with a ground of its own keeps it`() throws {
    let look = try look(#""dialog": {"fg": 1, "bg": 2}, "bad": {"fg": 3, "bg": 4}"#)
    #expect(look.style("bad", on: "dialog") == look["bad"])
  }
}
