/// Some sixty lines that break borders where width is guessed; every widget must bear them.
public let tortureCorpus: [String] = [
  // ZWJ sequences
  "👩‍👩‍👧‍👦 family", "👩🏽‍💻 coder", "🏳️‍🌈 rainbow", "🏴‍☠️ pirate", "👨‍❤️‍💋‍👨 kiss", "❤️‍🔥 heart on fire",
  "🧑🏿‍🤝‍🧑🏻 people", "a\u{200D}b joined letters", "\u{200D}\u{200D} joiners alone",
  // Flags
  "🇬🇧🇰🇪🇧🇷🇮🇳", "🇺🇳 United Nations", "🇬 half a flag", "🇬🇧🇰 one and a half",
  "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Scotland",
  // Presentation, skin tones, keycaps
  "☎️ ☎︎ ☎", "✔️ done ⚠️ late", "1️⃣2️⃣3️⃣ #️⃣ *️⃣", "a\u{20E3} framed letter", "👍🏿👍🏾👍🏽👍🏼👍🏻", "🏽 tone alone",
  "⚡⌚⏰☕♿⛔✅❌➕", "😀😃😄😁😆😅😂🤣🥲🫨🫩", "©®™‼⁉ⓂⒶ",
  // Marks
  "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}a\u{316}\u{317}\u{318}\u{319}\u{31A}lgo",
  "e\u{301}e\u{301}e\u{301} René", "\u{301}\u{301} marks first",
  String(repeating: "o\u{338}\u{20D2}", count: 30),
  "Åsa Ångström n\u{303}", "a\u{20DD}b\u{20DE}",
  // Right to left
  "שלום עולם", "مرحبا بالعالم", "العربية 123 English", "\u{202E}reversed\u{202C} text",
  "\u{2066}isolated\u{2069}\u{200F}\u{200E}", "فارسی می\u{200C}خواهم", "\u{601}\u{661} number sign",
  // East Asia
  "日本語の文章を書く", "中文字符測試", "한국어 이름", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} jamo",
  "ＦＵＬＬ ｗｉｄｔｈ", "ﾊﾝｶｸ ｶﾅ", "か\u{3099}は\u{309A} kana marks", "㍿ ㊙ ㈱ ①②③", "𠀀𠀁𪛖 far ideographs",
  "\u{115F}\u{1160}\u{3164}\u{FFA0} fillers", "〈「『、。』」〉",
  // South and South-East Asia
  "नमस्ते दुनिया", "क्षत्रिय हिन्दी", "বাংলা ভাষা", "தமிழ் மொழி", "ภาษาไทย น้ำใจ", "မြန်မာဘာသာ", "ខ្មែរ ភាសា",
  // Unassigned, private, controls, tabs, long ones
  "\u{378}\u{379}\u{1FFFF}\u{10FFFF}", "\u{E000}\u{F8FF} private",
  "\u{7}\u{8}\u{1B}[31mred\u{7F}\u{9B}",
  "a\tb\tc\t\td", "line\nbreak\r\nand\u{2028}more\u{85}", "\u{FEFF}\u{200B}\u{AD}\u{2060}invisible",
  "Donaudampfschifffahrtsgesellschaftskapitän", "─│┌┐█▉▊▋▌▍▎▏░▒▓⣿⠿ ★☆●◉◌▲△▽",
]
