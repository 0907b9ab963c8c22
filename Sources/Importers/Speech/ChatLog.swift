/// Reads the chats of Zoom, Webex and Teams.
enum ChatLog {
  static func read(_ source: SourceText, confidence: Double) -> Reading {
    var reading = Reading(.chat, confidence: confidence)
    for line in source.lines() {
      if let message = ChatLine(line.text) {
        var text = message.text
        var time = message.time
        // Webex puts the time where others put the message.
        if time == nil, text.utf8.count < 12, let clock = DatesInLine(text).clocks.first,
          clock.place == 0
        {
          time = text
          text = ""
        }
        reading.messages.append(
          ChatMessage(sender: message.sender, time: time, text: text, line: line.number))
      } else if let last = reading.messages.indices.last {
        if !reading.messages[last].text.isEmpty { reading.messages[last].text += " " }
        reading.messages[last].text += line.text
      }
    }
    // A thumb that somebody put up says nothing of its own.
    reading.messages.removeAll { message in
      message.text.isEmpty
        || ["Reacted to \"", "Reacted to “", "Removed a "].contains { message.text.hasPrefix($0) }
    }
    return reading
  }
}
