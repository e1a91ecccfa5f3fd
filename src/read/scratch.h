// scratch: bytes that live until the next record, in memory that is used again.
#ifndef READ_SCRATCH_H
#define READ_SCRATCH_H

#include "base/base.h"

/*
 * What one record needs beyond slices of the file: unescaped cells, addresses in lower
 * case.  Set `arena` first.  Pieces never move, and all of them end at scratch_clear, so
 * a file of any length needs about twice the memory of its largest record.
 */
struct scratch {
	struct arena *arena;
	char *at;
	size_t used;
	size_t room;
};

char *scratch_take(struct scratch *s, size_t len); // aligned for any type, not zeroed
struct str scratch_str(struct scratch *s, struct str text); // a copy
void scratch_trim(struct scratch *s, const char *end); // the last piece ends here instead
void scratch_clear(struct scratch *s);

#endif
