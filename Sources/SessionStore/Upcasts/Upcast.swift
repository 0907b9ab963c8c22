/// Lifts entries of one format of the journal to the next.
///
/// One file for each step, pure: what is on disk stays as it was written.
package protocol Upcast: Sendable {
  /// The entry as the next format would have written it; what it does not know it leaves alone.
  func lift(_ entry: JSONValue) -> JSONValue
}
