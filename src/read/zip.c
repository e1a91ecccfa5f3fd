#include "read/zip.h"

#include <zip.h>

// Directory names of a compound file are UTF-16: this one holds a protected office file.
static const char ENCRYPTED[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static bool refuse(struct str bytes, struct error *err)
{
	if (!bytes.len)
		return error_set(err, ERROR_FORMAT, "is empty; copy it again");
	if (str_starts(bytes, S("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))) {
		struct str mark = { ENCRYPTED, sizeof ENCRYPTED - 1 };
		if (str_find(bytes, mark, 0) != STR_NONE)
			return error_set(err, ERROR_FORMAT,
				"is protected by a password; save a copy without one");
		return error_set(err, ERROR_FORMAT,
			"is in the format of Office 97 to 2003; save it in today's "
			"format (.docx, .pptx or .xlsx)");
	}
	if (str_starts(bytes, S("PK\3\4")))
		return error_set(err, ERROR_FORMAT,
			"is cut short or damaged: the table of its parts cannot be read; "
			"copy or save it again");
	return error_set(err, ERROR_FORMAT,
		"is not the zip archive that a file of this kind is; open it in the "
		"program that made it and save it again");
}

static uint64_t number_at(struct str bytes, size_t at, size_t size)
{
	uint64_t value = 0;
	for (size_t i = size; i-- > 0;)
		value = value << 8 | (unsigned char)bytes.at[at + i];
	return value;
}

/*
 * How many parts the end of the archive announces, 0 if it cannot be found: libzip would
 * read the names of all of them first.  APPNOTE 6.3.9, 4.3.14 to 4.3.16.
 */
static uint64_t parts_announced(struct str bytes)
{
	enum { END = 22, COMMENT_MAX = 65535, LOCATOR = 20, END_64 = 56 };
	if (bytes.len < END)
		return 0;
	size_t at = bytes.len - END;
	size_t last = at > COMMENT_MAX ? at - COMMENT_MAX : 0;
	while (!str_starts(str_from(bytes, at), S("PK\5\6"))) {
		if (at == last)
			return 0;
		at--;
	}
	uint64_t count = number_at(bytes, at + 10, 2);
	struct str locator =
		str_cut(bytes, at < LOCATOR ? bytes.len : at - LOCATOR, LOCATOR);
	if (count < UINT16_MAX || !str_starts(locator, S("PK\6\7")))
		return count;
	uint64_t end = number_at(locator, 8, 8);
	if (end > bytes.len || bytes.len - end < END_64)
		return count;
	return number_at(bytes, (size_t)end + 32, 8);
}

static bool too_many(struct error *err)
{
	return error_set(err, ERROR_LIMIT,
		"holds more than %d parts, far more than an office file has",
		ARCHIVE_PARTS_MAX);
}

static struct str key_of(struct arena *a, struct str name)
{
	char *at = arena_alloc(a, name.len + 1, 1);
	for (size_t i = 0; i < name.len; i++)
		at[i] = name.at[i] == '\\' ? '/' : byte_lower(name.at[i]);
	struct str key = { at, name.len };
	return str_starts(key, S("/")) ? str_from(key, 1) : key;
}

static void take_names(struct archive *z, size_t count)
{
	z->names.arena = z->arena;
	z->twice = ARENA_ARRAY(z->arena, bool, count);
	z->index = ARENA_ARRAY(z->arena, uint64_t, count);
	for (size_t i = 0; i < count; i++) {
		const char *name = zip_get_name(z->zip, i, ZIP_FL_ENC_RAW);
		size_t before = z->names.count;
		size_t n = map_add(&z->names, key_of(z->arena, str_of(name)));
		z->twice[n] = z->names.count == before;
		z->index[n] = i;
	}
}

bool archive_open(
	struct str bytes, struct arena *a, struct archive *out, struct error *err)
{
	*out = (struct archive){ .arena = a, .part = { .max = ARCHIVE_PART_MAX } };
	if (parts_announced(bytes) > ARCHIVE_PARTS_MAX)
		return too_many(err);
	// An empty file would be an archive without parts.
	zip_source_t *source =
		bytes.len ? zip_source_buffer_create(bytes.at, bytes.len, 0, NULL) : NULL;
	if (!source)
		return refuse(bytes, err);
	out->zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (!out->zip) {
		zip_source_free(source);
		return refuse(bytes, err);
	}
	zip_int64_t count = zip_get_num_entries(out->zip, 0);
	if (count < 0 || count > ARCHIVE_PARTS_MAX) {
		archive_close(out);
		return too_many(err);
	}
	take_names(out, (size_t)count);
	return true;
}

void archive_close(struct archive *z)
{
	if (z->zip)
		zip_discard(z->zip);
	buf_done(&z->part);
	*z = (struct archive){ 0 };
}

size_t archive_find(const struct archive *z, struct str name)
{
	return map_find(&z->names, key_of(z->arena, name));
}

// Names come from the file: they are made safe before they are told.
static bool fail(const struct archive *z, struct str name, enum error_code code,
	const char *what, struct error *err)
{
	struct str safe = utf8_safe(z->arena, str_strip(name, "/"), 60);
	return error_set(err, code, "%" PRI_STR " %s", ARG_STR(safe), what);
}

static bool may_open(
	struct archive *z, struct str name, const zip_stat_t *st, struct error *err)
{
	if (st->encryption_method != ZIP_EM_NONE)
		return error_set(err, ERROR_FORMAT,
			"is protected by a password; save a copy without one");
	if (st->comp_method != ZIP_CM_STORE && st->comp_method != ZIP_CM_DEFLATE)
		return fail(z, name, ERROR_FORMAT,
			"is packed in a way that office programs do not use; save the "
			"file again",
			err);
	return true;
}

// Whether what has come out is still in proportion; if not, says so.
static bool in_bounds(
	struct archive *z, struct str name, size_t packed, struct error *err)
{
	size_t out = z->part.len;
	if (z->part.full)
		return fail(z, name, ERROR_LIMIT, "unpacks to more than 64 MB", err);
	if (z->total + out > ARCHIVE_TOTAL_MAX)
		return error_set(err, ERROR_LIMIT, "unpacks to more than %d MB",
			ARCHIVE_TOTAL_MAX >> 20);
	if (out > ARCHIVE_RATIO_FREE && out / ARCHIVE_RATIO_MAX > packed)
		return fail(z, name, ERROR_LIMIT,
			"unpacks to more than 200 times its size, as a zip bomb does",
			err);
	return true;
}

static bool inflate_part(struct archive *z, struct zip_file *f, struct str name,
	size_t packed, struct error *err)
{
	char piece[65536];
	zip_int64_t n = 0;
	buf_clear(&z->part);
	while ((n = zip_fread(f, piece, sizeof piece)) > 0) {
		buf_add(&z->part, (struct str){ piece, (size_t)n });
		if (!in_bounds(z, name, packed, err))
			return false;
	}
	z->total += z->part.len;
	if (n < 0)
		return fail(z, name, ERROR_FORMAT,
			"is damaged; copy or save the file again", err);
	return true;
}

bool archive_read(struct archive *z, struct str name, struct str *part, struct error *err)
{
	zip_stat_t st;
	size_t at = archive_find(z, name);
	if (at == ARCHIVE_NONE)
		return fail(z, name, ERROR_FORMAT,
			"is missing from it; open and save the file again", err);
	if (++z->reads > ARCHIVE_READS_MAX)
		return error_set(err, ERROR_LIMIT,
			"points at its parts more than %d times", ARCHIVE_READS_MAX);
	if (z->twice[at])
		return fail(z, name, ERROR_FORMAT,
			"is in it twice, so nobody can tell which one counts; save the "
			"file again",
			err);
	zip_stat_init(&st);
	if (zip_stat_index(z->zip, z->index[at], 0, &st))
		return fail(z, name, ERROR_FORMAT, "is damaged", err);
	if (!may_open(z, name, &st, err))
		return false;
	zip_file_t *f = zip_fopen_index(z->zip, z->index[at], 0);
	if (!f)
		return fail(z, name, ERROR_FORMAT,
			"is damaged; copy or save the file again", err);
	bool ok = inflate_part(z, f, name, (size_t)st.comp_size, err);
	(void)zip_fclose(f); // read only: nothing can be lost
	*part = buf_str(&z->part);
	return ok;
}
