#include "report/label.h"

#include <string.h>

// Advance widths of DejaVu Sans Bold 2.37 for U+0020 to U+007E, in thousandths of an em.
static const uint16_t ASCII[] = { 348, 456, 520, 837, 695, 1001, 872, 306, 457, 457, 522,
	837, 379, 415, 379, 365, 695, 695, 695, 695, 695, 695, 695, 695, 695, 695, 399,
	399, 837, 837, 837, 580, 1000, 773, 762, 733, 830, 683, 683, 820, 836, 372, 372,
	774, 637, 995, 836, 850, 732, 850, 770, 720, 682, 812, 773, 1103, 770, 724, 725,
	457, 365, 457, 837, 500, 500, 674, 715, 592, 715, 678, 435, 715, 711, 342, 342,
	665, 342, 1041, 711, 687, 715, 715, 493, 595, 478, 711, 651, 923, 645, 651, 582,
	711, 365, 711, 837 };

// Other letters by block: the widest common ones of it.
static unsigned width_of(uint32_t c, size_t columns)
{
	if (c >= 0x20 && c < 0x7f)
		return ASCII[c - 0x20];
	if (!columns)
		return 0;
	if (columns > 1)
		return 1100;
	if (c >= 0xc0 && c < 0x180)
		return c == 0xc6 || c == 0xe6 || c == 0x152 || c == 0x153 ? 1100 : 850;
	return c >= 0x370 && c < 0x530 ? 1100 : 1000;
}

double label_width(struct str text, double size)
{
	unsigned sum = 0;
	for (size_t at = 0; at < text.len;) {
		const size_t from = at;
		const uint32_t c = utf8_next(text, &at);
		sum += width_of(c, utf8_columns(str_cut(text, from, at - from)));
	}
	return sum * size / 1000;
}

// Bytes of the longest head that fits; at least one character.
static size_t head_that_fits(struct str text, double size, double room)
{
	size_t fits = 0;
	for (size_t at = 0; at < text.len;) {
		(void)utf8_next(text, &at); // only how far it moved matters
		if (fits && label_width(str_cut(text, 0, at), size) > room)
			break;
		fits = at;
	}
	return fits;
}

static bool may_break(struct str text, size_t at)
{
	return text.at[at] == ' ' || (at > 1 && strchr("-/&", text.at[at - 1]));
}

// Bytes of the next line; `broken` when it ends within a word.
static size_t next_line(struct str text, double size, double room, bool *broken)
{
	const size_t fits = head_that_fits(text, size, room);
	*broken = false;
	if (fits == text.len)
		return fits;
	for (size_t at = fits; at > 0; at--)
		if (may_break(text, at))
			return at;
	*broken = true;
	return fits;
}

static struct str with_ellipsis(
	struct arena *a, struct str text, double size, double room)
{
	const size_t fits = head_that_fits(text, size, room - label_width(S("…"), size));
	return arena_fmt(a, "%" PRI_STR "…", ARG_STR(str_trim(str_cut(text, 0, fits))));
}

// A word that goes on in the next line.
static struct str with_hyphen(
	struct arena *a, struct str *rest, double size, double room, size_t *take)
{
	*take = head_that_fits(*rest, size, room - label_width(S("-"), size));
	return arena_fmt(a, "%" PRI_STR "-", ARG_STR(str_cut(*rest, 0, *take)));
}

struct str label_line(struct str *rest, double size, double room)
{
	bool cut = false;
	const size_t take = next_line(*rest, size, room, &cut);
	const struct str line = str_trim(str_cut(*rest, 0, take));
	*rest = str_trim(str_from(*rest, take));
	return line;
}

struct label label_wrap(
	struct arena *a, struct str text, double size, double room, size_t max)
{
	struct str rest = utf8_safe(a, text, LABEL_CHARACTERS);
	struct label out = { .whole = true };
	max = max < LABEL_LINES ? max : LABEL_LINES;
	while (rest.len && out.count < max) {
		bool cut = false;
		size_t take = next_line(rest, size, room, &cut);
		struct str line = str_trim(str_cut(rest, 0, take));
		if (take < rest.len && out.count + 1 == max) {
			line = with_ellipsis(a, rest, size, room);
			out.whole = false;
		} else if (cut) {
			line = with_hyphen(a, &rest, size, room, &take);
			out.broken = true;
		}
		const double width = label_width(line, size);
		out.width = width > out.width ? width : out.width;
		out.lines[out.count++] = line;
		rest = str_trim(str_from(rest, take));
	}
	if (!out.count)
		out.lines[out.count++] = S("–");
	return out;
}
