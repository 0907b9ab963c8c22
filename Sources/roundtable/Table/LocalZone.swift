import Glibc
import Screens
import SessionModel

extension Scene.ClockZone {
  /// The zone that the machine is set to, as it is at a time; `nil` where it knows none.
  static func ofMachine(at time: Timestamp) -> Self? {
    var seconds = time_t(time.milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil, let name = parts.tm_zone else { return nil }
    return Self(name: String(cString: name), offsetMinutes: parts.tm_gmtoff / 60)
  }
}
