#include "read/json_put.h"

static struct place place_of(struct json_put *put, const char *at)
{
	return (struct place){ PLACE_LINE, put->scan->token_line,
		json_scan_column(put->scan, at) };
}

void json_put_open(struct json_put *put)
{
	doc_block(put->doc, put->kind, 0, put->speaker);
}

void json_put_run(struct json_put *put, struct str raw)
{
	char one[4];
	while (raw.len) {
		const char *at = raw.at;
		struct str piece = json_piece(&raw, one);
		if (piece.at == one && (one[0] == '\n' || one[0] == '\r'))
			json_put_open(put);
		else
			doc_text(put->doc, piece, place_of(put, at));
	}
}

void json_put_instead(struct json_put *put, struct str words, const char *at)
{
	doc_text(put->doc, words, place_of(put, at));
}
