#ifndef TERMGUARD_H
#define TERMGUARD_H
#endif
