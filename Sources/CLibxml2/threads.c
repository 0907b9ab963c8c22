#include <pthread.h>

// libxml2 asks the linker for these only weakly, and a program that is linked wholly static then
// goes without some of them and calls nothing at all. Named here, they are there.
__attribute__((used)) static const void *const needed_by_libxml2[] = {
  (const void *)pthread_once,
  (const void *)pthread_self,
  (const void *)pthread_equal,
  (const void *)pthread_join,
  (const void *)pthread_create,
  (const void *)pthread_key_create,
  (const void *)pthread_key_delete,
  (const void *)pthread_getspecific,
  (const void *)pthread_setspecific,
  (const void *)pthread_mutex_init,
  (const void *)pthread_mutex_destroy,
  (const void *)pthread_mutex_lock,
  (const void *)pthread_mutex_unlock,
  (const void *)pthread_mutexattr_init,
  (const void *)pthread_mutexattr_destroy,
  (const void *)pthread_mutexattr_settype,
  (const void *)pthread_cond_init,
  (const void *)pthread_cond_destroy,
  (const void *)pthread_cond_wait,
  (const void *)pthread_cond_signal,
};

const void *html_threads(void) { return needed_by_libxml2[0]; }
