#ifndef ROUNDTABLE_SHIM_H
#define ROUNDTABLE_SHIM_H
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <locale.h>
#include <wchar.h>
#include <ncurses.h>
#include <term.h>
#endif
