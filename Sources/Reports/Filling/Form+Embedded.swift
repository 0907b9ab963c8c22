extension Form {
  /// The forms that come along in the program, by name, with the text of their files.
  public static let embedded: [(name: String, text: [UInt8])] = [
    ("igf", PackageResources.igf_json), ("igf2020", PackageResources.igf2020_json),
    ("igf2019", PackageResources.igf2019_json), ("igf2015", PackageResources.igf2015_json),
    ("analysis", PackageResources.analysis_json), ("summary", PackageResources.summary_json),
  ]

  /// A form that comes along; `nil` where there is none of that name.
  public static func embedded(named name: String) throws(FormProblem) -> Form? {
    guard let found = embedded.first(where: { $0.name == name }) else { return nil }
    return try Form(parsing: String(decoding: found.text, as: UTF8.self), file: "\(name).json")
  }
}
