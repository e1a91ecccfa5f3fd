// zip: the parts of a zip archive, unpacked in memory, with limits on what may come out.
#ifndef READ_ZIP_H
#define READ_ZIP_H

#include "base/base.h"

// Counted on bytes that really come out, not on what the headers claim.
enum {
	ARCHIVE_PARTS_MAX = 10000,
	ARCHIVE_PART_MAX = 64 << 20,   // bytes of one part
	ARCHIVE_TOTAL_MAX = 256 << 20, // bytes of all parts that are read
	ARCHIVE_RATIO_MAX = 200,       // unpacked to packed, beyond ARCHIVE_RATIO_FREE
	ARCHIVE_RATIO_FREE = 1 << 20,
	ARCHIVE_READS_MAX = 20000, // parts may be read again, but not for ever
};

#define ARCHIVE_NONE SIZE_MAX

struct archive {
	struct arena *arena;
	struct zip *zip; // libzip's
	struct map names;
	bool *twice;	 // per name: two parts have it, so neither can be trusted
	uint64_t *index; // per name: libzip's number
	struct buf part; // what archive_read returned last
	size_t total;	 // bytes unpacked so far
	size_t reads;
};

/*
 * Opens an archive that lies in memory; `bytes` must stay until archive_close.  Names are
 * kept in `a`.  What Office makes of a protected or an old file, a compound file that is
 * no zip at all, is told apart and explained.
 */
bool archive_open(
	struct str bytes, struct arena *a, struct archive *out, struct error *err);
void archive_close(struct archive *z);

// Names are compared without case, '\' as '/', and without a leading '/', as office files
// want it.
size_t archive_find(const struct archive *z, struct str name); // ARCHIVE_NONE if absent
/*
 * Unpacks one part and checks its checksum; *part is borrowed until the next call.
 * ERROR_LIMIT beyond a limit, ERROR_FORMAT when damaged, protected or ambiguous.
 */
bool archive_read(
	struct archive *z, struct str name, struct str *part, struct error *err);

#endif
