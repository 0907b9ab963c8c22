public import SessionModel

/// What a report would say just now, in lines that a screen can wrap.
public struct ReportPreview: Equatable, Sendable {
  /// What the form is called: `IGF, 2021 onward`.
  public var title: String
  public var lines: [Line]
  /// The titles of sections that the record knows nothing for.
  public var gaps: [String]
  /// Limits of the form that are not kept, a sentence each.
  public var overruns: [String]
  /// How many words its statements have.
  public var words: Int

  public init(
    title: String, lines: [Line], gaps: [String], overruns: [String], words: Int
  ) {
    self.title = title
    self.lines = lines
    self.gaps = gaps
    self.overruns = overruns
    self.words = words
  }

  /// One paragraph, heading or statement.
  public struct Line: Equatable, Sendable {
    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// How a line looks.
  public enum Kind: Equatable, Sendable {
    case heading, subheading, text, item, quiet
  }
}

/// Who can make reports: the forms there are, and what each would say of a session.
public struct ReportComposer: Sendable {
  public var forms: @Sendable () -> [String]
  /// `nil` where the form cannot be read.
  public var preview: @Sendable (_ form: String, _ session: Session) -> ReportPreview?

  public init(
    forms: @escaping @Sendable () -> [String],
    preview: @escaping @Sendable (_ form: String, _ session: Session) -> ReportPreview?
  ) {
    self.forms = forms
    self.preview = preview
  }
}
