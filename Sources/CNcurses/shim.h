#ifndef ROUNDTABLE_SHIM_H
#define ROUNDTABLE_SHIM_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <locale.h>
#include <malloc.h>
#include <wchar.h>
#include <ncurses.h>
#include <term.h>
// Two kinds of descriptor that Swift's Glibc does not bring.
#include <sys/signalfd.h>
#include <sys/timerfd.h>

/// A file in memory that no other program sees or inherits; -1 when there is no room.
static inline int curses_memory(const char *name) {
  extern int memfd_create(const char *, unsigned int);
  return memfd_create(name, 1 /* MFD_CLOEXEC */);
}

/// Lets blocks as large as a window come from the heap, which keeps them when they are given back.
static inline void curses_keep_windows_on_heap(void) {
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

// What the importer does not take from curses.h, as functions and constants it does take.

static const attr_t CURSES_BOLD = A_BOLD;
static const attr_t CURSES_DIM = A_DIM;
static const attr_t CURSES_ITALIC = A_ITALIC;
static const attr_t CURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CURSES_REVERSE = A_REVERSE;
static const attr_t CURSES_STANDOUT = A_STANDOUT;

/// The whole screen's window; nil before `newterm`.
static inline WINDOW *curses_stdscr(void) { return stdscr; }

/// Makes the next `doupdate` clear the screen and draw everything.
static inline void curses_forget_screen(void) { clearok(curscr, TRUE); }

/// Puts one spacing character with its marks into a cell, in an extended colour pair.
///
/// `text` ends with 0. The error at the last cell of the screen is curses' own and means nothing.
static inline void curses_put(int row, int column, const wchar_t *text, attr_t look, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, look, 0, &pair) == OK) mvwadd_wch(stdscr, row, column, &cell);
}

/// Puts one spacing character without marks into a cell.
static inline void curses_put_one(int row, int column, wchar_t character, attr_t look, int pair) {
  const wchar_t text[2] = {character, 0};
  curses_put(row, column, text, look, pair);
}

/// Whether a terminfo entry can be read, has the capability to place the cursor, and its colours.
typedef struct {
  bool exists;
  bool is_addressable;
  int colors;
} curses_entry;

/// Looks at a terminfo entry without starting curses.
static inline curses_entry curses_look_up(const char *name) {
  curses_entry entry = {false, false, 0};
  int problem = 0;
  TERMINAL *current = set_curterm(NULL);
  if (setupterm(name, 1, &problem) == OK) {
    entry.exists = true;
    const char *placing = tigetstr("cup");
    entry.is_addressable = placing != NULL && placing != (char *)-1;
    entry.colors = tigetnum("colors");
    del_curterm(cur_term);
  }
  set_curterm(current);
  return entry;
}

/// The terminfo name of the string at a place in compiled entries; nil after the last.
static inline const char *curses_string_name(int index) { return strnames[index]; }

/// A terminfo string of the terminal in use; nil when it has none.
static inline const char *curses_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}

/// The same with numbers filled in; it lasts until the next call.
static inline const char *curses_string_with(const char *name, int first, int second) {
  const char *value = curses_string(name);
  return value == NULL ? NULL : tiparm(value, first, second);
}
#endif
