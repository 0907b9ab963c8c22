#ifndef TERMGUARD_H
#define TERMGUARD_H

/// Puts the terminal back in order when the process dies of anything short of SIGKILL.
///
/// Arm it before the terminal's modes are changed; what `tcgetattr` says then is what comes back.
/// Everything the handlers touch lies in static storage, and they call only what POSIX allows.
/// Only the process that armed it restores; a child made by `fork` does nothing.

/// Saves the modes of `terminal` and takes the fatal signals; 0, or the `errno` of what failed.
int termguard_arm(int terminal);

/// Says where messages of the dying are kept while the screen is up, and where they go after it.
///
/// `kept` is a file read from its start; -1 for either means that there are none.
void termguard_keep_messages(int kept, int messages);

/// Restores the terminal now, if armed; may be called from a signal handler.
void termguard_restore(void);

/// Gives the signals back to whom they belonged; the terminal is left as it is.
void termguard_disarm(void);

#endif
