// csv_scan: where the separators, line ends and quotes are, 64 bytes at a time.
#ifndef READ_CSV_SCAN_H
#define READ_CSV_SCAN_H

#include "base/base.h"

// Bit i speaks of byte i of the block.
struct csv_marks {
	uint64_t cut; // separator, CR or LF
	uint64_t quote;
};

enum { CSV_BLOCK = 64 };

// Looks at exactly CSV_BLOCK readable bytes.  All of them give the same marks.
typedef struct csv_marks csv_scan_fn(const char *block, char separator);

enum csv_speed { CSV_PLAIN, CSV_SSE2, CSV_AVX2, CSV_SPEEDS };

csv_scan_fn *csv_scan_of(enum csv_speed speed); // NULL if this machine cannot
csv_scan_fn *csv_scan_best(void);

#endif
