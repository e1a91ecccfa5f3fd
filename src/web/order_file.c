#include "web/order.h"

// "# a comment", "#", or nothing.
static bool says_nothing(struct str line)
{
	return !line.len || (line.at[0] == '#' && (line.len == 1 || line.at[1] == ' '));
}

static bool is_known(const struct map *seen, struct str id)
{
	return map_find(seen, id) != MAP_NONE;
}

bool web_order_read(
	struct str bytes, struct arena *a, struct web_order *out, struct error *err)
{
	struct arena scratch = { 0 };
	struct map seen = { .arena = &scratch };
	struct str line;
	bool fits = bytes.len <= WEB_ORDER_BYTES_MAX;
	*out = (struct web_order){ 0 };
	if (str_starts(bytes, S("\xef\xbb\xbf")))
		bytes = str_from(bytes, 3);
	while (fits && str_line(&bytes, &line)) {
		struct web_order_line read = { .text = line, .id = str_trim(line) };
		fits = out->count < WEB_ORDER_LINES_MAX;
		if (says_nothing(read.id) || is_known(&seen, read.id))
			read.id = S("");
		else
			(void)map_add(&seen, read.id); // only its being there matters
		out->lines = arena_more(
			a, out->lines, out->count, &out->room, sizeof *out->lines);
		out->lines[out->count++] = read;
	}
	arena_free(&scratch);
	if (fits)
		return true;
	return error_set(err, ERROR_LIMIT,
		"longer than %d lines; one function's id a line is expected",
		WEB_ORDER_LINES_MAX);
}

void web_order_write(const struct web_order *order, struct buf *out)
{
	for (size_t i = 0; i < order->count; i++) {
		buf_add(out, order->lines[i].text);
		buf_byte(out, '\n');
	}
}
