#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stddef.h>

/// What somebody who reads a page is told, in the order of the page.
struct html_reader {
  /// An element begins: its name in small letters, where it leads if it is a link, and the line it
  /// begins in, from 1.
  void (*_Nonnull opened)(void *_Nonnull context, const char *_Nonnull name,
                          const char *_Nullable link, int line);
  void (*_Nonnull closed)(void *_Nonnull context, const char *_Nonnull name);
  /// A piece of text in UTF-8, entities resolved; a sentence may come in several pieces.
  void (*_Nonnull text)(void *_Nonnull context, const char *_Nonnull bytes, int count, int line);
};

/// Reads a page in UTF-8 with libxml2's forgiving parser; whatever it declares itself to be.
///
/// Fetches nothing, prints nothing. Answers 0 where there was no memory to begin with.
int html_read(const char *_Nonnull bytes, int count, const struct html_reader *_Nonnull reader,
              void *_Nonnull context);

#endif
