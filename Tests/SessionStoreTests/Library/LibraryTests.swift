import Glibc
import SessionModel
import TestSupport
import Testing

@testable import SessionStore

struct LibraryTests {
  private let place = TemporaryFolder()

  private func library(samples: String? = nil) -> Library {
    Library(
      path: place.path(of: "live"),
      environment: samples.map { ["ROUNDTABLE_SAMPLES": place.path(of: $0)] } ?? [:],
      program: nil)
  }

  /// A sample with one note in it, and a checkpoint.
  private func sample(_ name: String, in folder: String = "samples") throws {
    let samples = Library(path: place.path(of: folder), environment: [:], program: nil)
    let desk = try SessionDesk(samples.create(named: name)) { Moment(at: .init(milliseconds: 0)) }
    try desk.submit(.note(.write(kind: .note, text: "Hello")), by: .rapporteur)
    try desk.writeCheckpoint()
  }

  @Test(
    arguments: [
      (["HOME": "/h"], "/h/.local/share/roundtable/sessions"),
      (["HOME": "/h", "XDG_DATA_HOME": "/d"], "/d/roundtable/sessions"),
      (["HOME": "/h", "XDG_DATA_HOME": "d"], "/h/.local/share/roundtable/sessions"),
      (["HOME": "/h", "XDG_DATA_HOME": "/d", "ROUNDTABLE_SESSIONS": "/s"], "/s"),
    ])
  func `sessions live where the surroundings say`(
    environment: [String: String], path: String
  ) {
    #expect(Library(environment: environment, program: nil).path == path)
  }

  @Test func `what the command line says comes first`() {
    let environment = ["ROUNDTABLE_SESSIONS": "/s"]
    #expect(Library(path: "/mine", environment: environment, program: nil).path == "/mine")
  }

  @Test func `samples lie beside an installed program`() throws {
    try sample("demo", in: "usr/share/roundtable/Sessions")
    let library = Library(
      path: "/s", environment: [:], program: place.path(of: "usr/bin/roundtable"))
    #expect(library.samplesPath == place.path(of: "usr/share/roundtable/Sessions"))
    #expect(try library.samples().map(\.name) == ["demo"])
  }

  @Test func `samples lie in the checkout that the program was built in`() throws {
    try sample("demo", in: "checkout/Sessions")
    place.write("{}", to: "checkout/Sessions/session.schema.json")
    let program = place.path(of: "checkout/.build/release/roundtable")
    let library = Library(path: "/s", environment: [:], program: program)
    #expect(library.samplesPath == place.path(of: "checkout/Sessions"))
  }

  @Test func `where nothing lives yet there are no sessions`() throws {
    #expect(try library().sessions().isEmpty)
  }

  @Test func `sessions are listed by name`() throws {
    for name in ["b", "a"] { _ = try library().create(named: name) }
    place.write("not a session", to: "live/readme.txt")
    #expect(try library().sessions().map(\.name) == ["a", "b"])
  }

  @Test func `a session whose journal is gone is listed and cannot be opened`() throws {
    let folder = try library().create(named: "lost")
    place.write("{}", to: "live/lost/session.json")
    unlink(folder.journalPath)
    #expect(try library().sessions().map(\.name) == ["lost"])
    #expect(throws: StoreFailure.self) { try library().session(named: "lost") }
    #expect(throws: StoreFailure.self) { try library().openSession(named: "lost") }
  }

  @Test func `a new session has nothing in it but its header`() throws {
    let folder = try library().create(named: "new")
    #expect(
      place.text(of: "live/new/journal.jsonl") == "{\"format\":1,\"program\":\"roundtable\"}\n")
    #expect(try folder.entries().isEmpty)
  }

  @Test func `a name is given once`() throws {
    _ = try library().create(named: "new")
    let error = #expect(throws: StoreFailure.self) { try library().create(named: "new") }
    #expect(error?.sentence == "There is a session 'new' in '\(place.path(of: "live"))' already")
  }

  @Test(arguments: ["", ".hidden", "..", "a/b", "a b", "x\n", "\u{202e}x"])
  func `a name that no folder should have is refused`(name: String) {
    let error = #expect(throws: StoreFailure.self) { try library().create(named: name) }
    #expect(
      error?.sentence
        == "A session cannot be called '\(name)'; use letters, digits, '-', '_' and '.'")
  }

  @Test func `a session that is not there is named`() {
    let error = #expect(throws: StoreFailure.self) { try library().openSession(named: "gone") }
    #expect(error?.sentence == "There is no session 'gone' in '\(place.path(of: "live"))'")
  }

  @Test func `a sample is copied when it is opened`() throws {
    try sample("demo")
    let library = library(samples: "samples")
    let folder = try library.openSession(named: "demo")
    #expect(folder.path == place.path(of: "live/demo"))
    #expect(place.names(in: "live/demo") == ["journal.jsonl"])
    #expect(try folder.entries().count == 1)
  }

  @Test func `a sample that was copied is not copied again`() throws {
    try sample("demo")
    let library = library(samples: "samples")
    let desk = try SessionDesk(library.openSession(named: "demo")) {
      Moment(at: .init(milliseconds: 0))
    }
    try desk.submit(.note(.write(kind: .note, text: "More")), by: .rapporteur)
    #expect(try library.openSession(named: "demo").entries().count == 2)
    #expect(try library.samples()[0].entries().count == 1)
  }

  @Test func `a sample can be copied under another name`() throws {
    try sample("demo")
    let library = library(samples: "samples")
    #expect(try library.copy(library.samples()[0], named: "tuesday").name == "tuesday")
  }

  @Test func `no live session is made among the samples`() throws {
    try sample("demo")
    symlink(place.path(of: "samples"), place.path(of: "live"))
    let error = #expect(throws: StoreFailure.self) {
      try library(samples: "samples").create(named: "new")
    }
    #expect(
      error?.sentence == "'\(place.path(of: "live"))' holds the samples; "
        + "choose another folder for live sessions")
  }

  @Test(
    arguments: [
      ("Digital Duties: who, what & when?", "digital-duties-who-what-when"),
      ("  ", "session"), ("Über Çà", "über-çà"), ("国連", "国連"),
      ("one two three four five six seven", "one-two-three-four-five-six"),
    ])
  func `a title makes a name`(title: String, name: String) {
    #expect(library().freeName(for: title) == name)
  }

  @Test func `a name that is taken gets a number`() throws {
    _ = try library().create(named: "talk")
    #expect(library().freeName(for: "Talk") == "talk-2")
  }
}
