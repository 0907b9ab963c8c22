#define _GNU_SOURCE
#include "termguard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGFPE, SIGABRT, SIGTRAP,
                            SIGSYS,  SIGTERM, SIGHUP,  SIGINT, SIGQUIT};
enum { fatal_count = sizeof fatal / sizeof fatal[0] };

// End of the frame, mouse, paste and focus off, other character set, plain style, keypad and
// screen as before, cursor seen. Terminals pass over what they do not know.
static const char reset[] =
    "\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[?1004l"
    "\033(B\033[0m\033[?1l\033>\033[?1049l\033[?25h\033[0m\r\n";

static volatile sig_atomic_t armed;
static int is_installed;
static pid_t owner;
static int tty = -1;
static int kept_messages = -1;
static int true_messages = -1;
static struct termios before;
static struct sigaction previous[fatal_count];
static char alternate_stack[64 * 1024];

// The terminal may be slow and its descriptor never blocks: wait for it, but not for long.
static void put(int descriptor, const char *text, size_t length) {
  int patience = 10;
  while (length > 0 && patience > 0) {
    ssize_t sent = write(descriptor, text, length);
    if (sent > 0) {
      text += sent;
      length -= (size_t)sent;
    } else if (sent < 0 && errno == EAGAIN) {
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      poll(&room, 1, 10);
      patience -= 1;
    } else if (sent == 0 || errno != EINTR) {
      return;
    }
  }
}

static void hand_over_messages(void) {
  if (kept_messages < 0 || true_messages < 0) return;
  char part[512];
  off_t end = lseek(kept_messages, 0, SEEK_END);
  off_t at = end > 16384 ? end - 16384 : 0;
  ssize_t length;
  while ((length = pread(kept_messages, part, sizeof part, at)) > 0) {
    put(true_messages, part, (size_t)length);
    at += length;
  }
}

void termguard_restore(void) {
  if (!armed || getpid() != owner) return;
  armed = 0;
  // Writing modes from the background would stop us here for ever.
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTTOU);
  sigprocmask(SIG_BLOCK, &stop, &mask);
  put(tty, reset, sizeof reset - 1);
  tcsetattr(tty, TCSANOW, &before);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  hand_over_messages();
}

static const char *name_of(int signal) {
  switch (signal) {
    case SIGSEGV: return "SIGSEGV";
    case SIGBUS: return "SIGBUS";
    case SIGILL: return "SIGILL";
    case SIGFPE: return "SIGFPE";
    case SIGABRT: return "SIGABRT";
    case SIGTRAP: return "SIGTRAP";
    case SIGSYS: return "SIGSYS";
    default: return NULL;
  }
}

static void die(int signal) {
  int is_ours = armed && getpid() == owner;
  termguard_restore();
  const char *name = name_of(signal);
  if (is_ours && name != NULL) {
    int to = true_messages >= 0 ? true_messages : STDERR_FILENO;
    static const char first[] = "The program was stopped by a fault of its own (";
    static const char last[] = "); the terminal is as it was before\n";
    put(to, first, sizeof first - 1);
    put(to, name, strlen(name));
    put(to, last, sizeof last - 1);
  }
  // The default action, not whoever came before us: Swift's own handler would ask questions of a
  // person who can no longer see them.
  struct sigaction plain;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  sigaction(signal, &plain, NULL);
  raise(signal);
}

int termguard_arm(int terminal) {
  static int is_told_of_exit;
  if (tcgetattr(terminal, &before) != 0) return errno;
  tty = terminal;
  owner = getpid();

  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = alternate_stack;
  stack.ss_size = sizeof alternate_stack;
  if (sigaltstack(&stack, NULL) != 0) return errno;

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = die;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  if (!is_installed) {
    is_installed = 1;
    for (int index = 0; index < fatal_count; index++)
      sigaction(fatal[index], &action, &previous[index]);
  }

  if (!is_told_of_exit) {
    is_told_of_exit = 1;
    atexit(termguard_restore);
  }
  armed = 1;
  return 0;
}

void termguard_keep_messages(int kept, int messages) {
  kept_messages = kept;
  true_messages = messages;
}

void termguard_disarm(void) {
  armed = 0;
  if (!is_installed) return;
  is_installed = 0;
  for (int index = 0; index < fatal_count; index++)
    sigaction(fatal[index], &previous[index], NULL);
}
