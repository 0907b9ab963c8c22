import Foundation

/// Public data beside the checkout that tests may read; it is not part of the repository.
public enum SharedData {
  /// Where it is: `$ROUNDTABLE_SHARED`, else `shared` beside the checkout or further up.
  private static var folder: URL? {
    if let path = ProcessInfo.processInfo.environment["ROUNDTABLE_SHARED"] {
      return URL(filePath: path)
    }
    var place = URL(filePath: #filePath)
    while place.path() != "/" {
      place.deleteLastPathComponent()
      let candidate = place.appending(path: "shared")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "data").path()) {
        return candidate
      }
    }
    return nil
  }

  /// The bytes of a file such as `data/ranked/expected.json`; `nil` where the data is not there.
  public static func bytes(of path: String) -> [UInt8]? {
    guard let file = folder?.appending(path: path), let data = try? Data(contentsOf: file) else {
      return nil
    }
    return Array(data)
  }
}
