// background: claims of invented vendors from many trades, the measure of chance.
#ifndef TEXT_BACKGROUND_H
#define TEXT_BACKGROUND_H

#include <stddef.h>

/*
 * What unrelated companies say.  Written for this program.  Two uses: they make common
 * phrases common (document frequencies), and as questions to a competitor's pages they
 * tell how alike unrelated claims are by chance (the null of evidence E).
 */
extern const char *const background_english[]; // one topic each, claims end with '\n'
extern const size_t background_english_count;
extern const char *const background_software[]; // English, too
extern const size_t background_software_count;
extern const char *const background_german[];
extern const size_t background_german_count;

#endif
