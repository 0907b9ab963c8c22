extension Theme {
  /// The theme in use when nobody chose one; the same as `Themes/default.json`.
  ///
  /// It cannot know the terminal's background. Text has the terminal's own colour. The few colours
  /// on that background are the only ones of the 256 that keep 4.5:1 on black and on white alike,
  /// and fewer colours than 256 have none such. All else brings its own background along.
  public static let standard: Theme = {
    do {
      return try Theme(parsing: standardText, file: "default.json", known: nil)
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// Compiled in, so that there is a theme where the folder of themes is missing.
  static let standardText = """
    {
      "title": "Keeps the terminal's own colours",
      "colors": {
        "grey": {"index": 243, "sixteen": "terminal", "eight": "terminal"},
        "violet": {"index": 63, "sixteen": "terminal", "eight": "terminal"},
        "teal": {"index": 29, "sixteen": "terminal", "eight": "terminal"},
        "brick": {"index": 131, "sixteen": "terminal", "eight": "terminal"},
        "plum": {"index": 98, "sixteen": "terminal", "eight": "terminal"},
        "amber": {"index": 221, "sixteen": 11, "eight": 3},
        "on amber": {"index": 16, "sixteen": 0, "eight": 0},
        "deep": {"index": 24, "sixteen": 6, "eight": 6},
        "on deep": {"index": 231, "sixteen": 0, "eight": 0},
        "pale on deep": {"index": 195, "sixteen": 0, "eight": 0},
        "panel": {"index": 236, "sixteen": 4, "eight": 4},
        "on panel": {"index": 252, "sixteen": 15, "eight": 7},
        "title": {"index": 231, "sixteen": 15, "eight": 7},
        "grey on panel": {"index": 249, "sixteen": 7, "eight": 7},
        "rose": {"index": 210, "sixteen": 15, "eight": 3},
        "key": {"index": 221, "sixteen": 11, "eight": 3},
        "night": {"index": 233, "sixteen": 0, "eight": 0},
        "faint": {"index": 246, "sixteen": 7, "eight": 7},
        "red": {"index": 203, "sixteen": 9, "eight": 3},
        "dim on panel": {"index": 247, "sixteen": 7, "eight": 7},
        "sky on panel": {"index": 111, "sixteen": 14, "eight": 6},
        "teal on panel": {"index": 80, "sixteen": 14, "eight": 6},
        "green on panel": {"index": 114, "sixteen": 10, "eight": 6},
        "series 1": {"index": 87, "sixteen": 14, "eight": 6},
        "series 2": {"index": 208, "sixteen": 11, "eight": 3},
        "series 3": {"index": 165, "sixteen": 13, "eight": 2},
        "series 4": {"index": 229, "sixteen": 15, "eight": 7},
        "series 5": {"index": 67, "sixteen": 10, "eight": 6},
        "series 6": {"index": 137, "sixteen": 9, "eight": 3}
      },
      "roles": {
        "text": {},
        "muted": {"fg": "grey"},
        "strong": {"fg": "terminal", "bold": true},
        "heading": {"fg": "violet", "bold": true, "mono": {"underline": true}},
        "accent": {"fg": "teal"},
        "good": {"fg": "teal"},
        "warn": {"fg": "on amber", "bg": "amber", "bold": true},
        "bad": {"fg": "brick", "bold": true, "mono": {"underline": true}},
        "line": {"fg": "grey"},
        "selection": {"fg": "on deep", "bg": "deep", "bold": true, "mono": {"reverse": true}},
        "selection.muted": {"fg": "pale on deep", "bold": false},
        "selection.accent": {"fg": "on deep"},
        "header": {"fg": "on panel", "bg": "panel", "mono": {"reverse": true}},
        "header.title": {"fg": "title", "bold": true},
        "header.live": {"fg": "rose", "bold": true},
        "header.muted": {"fg": "grey on panel"},
        "header.late": {"fg": "key", "bold": true},
        "footer": {"fg": "on panel", "bg": "panel", "mono": {"reverse": true}},
        "footer.key": {"fg": "key", "bold": true},
        "footer.title": {"fg": "on panel"},
        "footer.disabled": {"fg": "grey on panel"},
        "input": {"fg": "terminal", "bold": true},
        "input.prompt": {"fg": "teal"},
        "input.ghost": {"fg": "grey", "bold": false, "mono": {"underline": true}},
        "input.selection": {"fg": "on deep", "bg": "deep", "mono": {"reverse": true}},
        "gauge": {"fg": "series 1", "bg": "night"},
        "gauge.warn": {"fg": "key"},
        "gauge.over": {"fg": "red"},
        "gauge.track": {"fg": "faint"},
        "digits": {"fg": "terminal", "bold": true},
        "digits.warn": {"fg": "key", "bg": "night"},
        "digits.over": {"fg": "red", "bg": "night"},
        "series.1": {"fg": "series 1", "bg": "night"},
        "series.2": {"fg": "series 2", "bg": "night"},
        "series.3": {"fg": "series 3", "bg": "night"},
        "series.4": {"fg": "series 4", "bg": "night"},
        "series.5": {"fg": "series 5", "bg": "night"},
        "series.6": {"fg": "series 6", "bg": "night"},
        "channel.room": {"fg": "teal"},
        "channel.online": {"fg": "violet"},
        "group.heard": {"fg": "teal"},
        "group.unheard": {"fg": "brick", "bold": true},
        "note.kind": {"fg": "plum"},
        "status": {"fg": "grey"},
        "status.good": {"fg": "teal"},
        "status.refusal": {"fg": "on amber", "bg": "amber", "bold": true},
        "dialog": {"fg": "on panel", "bg": "panel"},
        "dialog.title": {"fg": "title", "bold": true, "mono": {"bold": true, "underline": true}},
        "dialog.key": {"fg": "key", "bold": true},
        "dialog.muted": {"fg": "dim on panel"},
        "dialog.line": {"fg": "dim on panel"},
        "dialog.strong": {"fg": "title", "bold": true},
        "dialog.heading": {"fg": "sky on panel", "bold": true, "mono": {"underline": true}},
        "dialog.accent": {"fg": "teal on panel"},
        "dialog.good": {"fg": "green on panel"},
        "dialog.warn": {"fg": "key", "bold": true},
        "stage.question": {"fg": "terminal", "bold": true},
        "poll.open": {"fg": "brick", "bold": true}
      }
    }
    """ + "\n"
}
