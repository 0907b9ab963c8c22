// Debian builds libxml2 to ask ICU about encodings it does not know itself. Pages are given to
// it in UTF-8 alone, so it never asks; answering in ICU's place keeps 30 MB of tables out of a
// program that is linked wholly static.
#if __has_include(<unicode/ucnv.h>)
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

UConverter *ucnv_open(const char *name, UErrorCode *status) {
  (void)name;
  *status = U_UNSUPPORTED_ERROR;
  return NULL;
}

void ucnv_close(UConverter *converter) { (void)converter; }

void ucnv_convertEx(UConverter *target, UConverter *source, char **to, const char *to_end,
                    const char **from, const char *from_end, UChar *start, UChar **pivot,
                    UChar **pivot_end, const UChar *limit, UBool reset, UBool flush,
                    UErrorCode *status) {
  (void)target, (void)source, (void)to, (void)to_end, (void)from, (void)from_end, (void)start;
  (void)pivot, (void)pivot_end, (void)limit, (void)reset, (void)flush;
  *status = U_UNSUPPORTED_ERROR;
}

void ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback action, const void *context,
                         UConverterToUCallback *old, const void **old_context,
                         UErrorCode *status) {
  (void)converter, (void)action, (void)context, (void)old, (void)old_context;
  *status = U_UNSUPPORTED_ERROR;
}

void ucnv_setFromUCallBack(UConverter *converter, UConverterFromUCallback action,
                           const void *context, UConverterFromUCallback *old,
                           const void **old_context, UErrorCode *status) {
  (void)converter, (void)action, (void)context, (void)old, (void)old_context;
  *status = U_UNSUPPORTED_ERROR;
}

void UCNV_TO_U_CALLBACK_STOP(const void *context, UConverterToUnicodeArgs *arguments,
                             const char *units, int32_t length, UConverterCallbackReason reason,
                             UErrorCode *status) {
  (void)context, (void)arguments, (void)units, (void)length, (void)reason, (void)status;
}

void UCNV_FROM_U_CALLBACK_STOP(const void *context, UConverterFromUnicodeArgs *arguments,
                               const UChar *units, int32_t length, UChar32 point,
                               UConverterCallbackReason reason, UErrorCode *status) {
  (void)context, (void)arguments, (void)units, (void)length, (void)point, (void)reason;
  (void)status;
}
#endif
