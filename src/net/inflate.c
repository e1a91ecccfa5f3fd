#include "net/inflate.h"

#include <string.h>
#include <zlib.h>

bool gzip_is(struct str bytes)
{
	return str_starts(bytes, S("\x1f\x8b"));
}

// Unpacks into `out`, which has the limit; false at damage.
static bool unpack(z_stream *z, struct buf *out)
{
	unsigned char piece[16384];
	int state = Z_OK;
	while (state == Z_OK && !out->full) {
		z->next_out = piece;
		z->avail_out = sizeof piece;
		state = inflate(z, Z_NO_FLUSH);
		buf_add(out,
			(struct str){ (const char *)piece, sizeof piece - z->avail_out });
	}
	return state == Z_STREAM_END || out->full;
}

bool gzip_read(
	struct str bytes, size_t max, struct arena *a, struct str *out, struct error *err)
{
	struct buf text = { .max = max };
	z_stream z = { .avail_in = (uInt)bytes.len };
	memcpy(&z.next_in, &bytes.at, sizeof z.next_in); // zlib only reads it
	if (bytes.len > max)
		return error_set(
			err, ERROR_LIMIT, "is packed and larger than %zu MB", max >> 20);
	if (inflateInit2(&z, 15 + 16) != Z_OK) // 16: gzip and nothing else
		return error_set(err, ERROR_SYSTEM, "zlib could not be set up");
	bool ok = unpack(&z, &text);
	(void)inflateEnd(&z); // only memory
	if (!ok)
		error_set(err, ERROR_FORMAT, "is a damaged gzip file");
	else if (text.full)
		ok = error_set(
			err, ERROR_LIMIT, "unpacks to more than %zu MB", max >> 20);
	else
		*out = arena_str(a, buf_str(&text));
	buf_done(&text);
	return ok;
}
