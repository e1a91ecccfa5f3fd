// JSON as a document: its texts, each at its line and column.
#include "read/json_put.h"
#include "read/json_slack.h"
#include "read/list.h"

enum { BLOCKS_MAX = 1000 * 1000 };

// Words have spaces between them; identifiers, dates and addresses do not.
static enum block_kind kind_of(struct str text)
{
	return str_find_byte(str_trim(text), ' ', 0) == STR_NONE ? BLOCK_META
								 : BLOCK_TEXT;
}

static void put_string(struct json_scan *scan, struct doc *doc)
{
	struct json_put put = { doc, scan, kind_of(scan->raw), S("") };
	json_put_open(&put);
	json_put_run(&put, scan->raw);
}

static void put_all(struct json_scan *scan, struct doc *doc)
{
	enum json_token token = json_scan_next(scan);
	if (token == JSON_OPEN_ARRAY && slack_begins(scan)) {
		slack_put(scan, doc, BLOCKS_MAX);
		token = json_scan_next(scan);
	}
	for (; token != JSON_STOP; token = json_scan_next(scan)) {
		if (token == JSON_STRING && scan->raw.len)
			put_string(scan, doc);
		if (doc->block_count >= BLOCKS_MAX) {
			error_set(&scan->damage, ERROR_LIMIT,
				"line %u: holds more than %d texts", scan->line,
				BLOCKS_MAX);
			return;
		}
	}
}

static bool json_read(
	struct str bytes, const struct read_how *how, struct doc *doc, struct error *err)
{
	(void)how; // nothing to decide here
	struct json_scan scan = { .line = 1 };
	struct buf draft;
	scan.text = utf8_from_bytes(doc->arena, bytes, NULL);
	if (json_scan_ended(&scan))
		return error_set(err, ERROR_FORMAT, "is empty; expected a JSON value");
	doc_begin(doc, &draft);
	put_all(&scan, doc);
	if (!doc_finish(doc, err))
		return false;
	return !scan.damage.code ||
	       error_set(err, scan.damage.code, "%s", scan.damage.text);
}

const struct reader reader_json = {
	.name = "json",
	.title = "JSON and JSON Lines",
	.suffixes = ".json .jsonl .ndjson",
	.gives = "text values with line and column; a day of a Slack export as speech, "
		 "without joins, leaves, bots and deleted messages",
	.read = json_read,
};
