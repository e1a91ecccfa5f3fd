#include "ingest/examine.h"

#include "ingest/pack.h"
#include "read/read.h"

// Readers that know the repair say it behind a semicolon; `repair` is for those that do
// not.
static void skip(struct filed *f, struct arena *a, const char *why, struct str repair)
{
	struct str reason = str_of(why);
	size_t cut = str_find(reason, S("; "), 0);
	f->source.state = SOURCE_SKIPPED;
	f->source.reason = arena_str(a, str_cut(reason, 0, cut));
	f->source.repair =
		cut == STR_NONE ? repair : arena_str(a, str_from(reason, cut + 2));
}

static void unused(struct filed *f, struct str why, struct str repair)
{
	f->source.state = SOURCE_UNUSED;
	f->source.reason = why;
	f->source.repair = repair;
}

// The first columns of a table that nobody recognised, so that its owner sees what was
// looked at.
static struct str columns_of(struct arena *a, const struct table_info *info)
{
	struct buf out = { .max = 200 };
	for (size_t i = 0; i < info->columns && i < 6; i++)
		buf_fmt(&out, "%s%" PRI_STR, i ? ", " : "",
			ARG_STR(utf8_safe(a, info->header[i], 24)));
	if (info->columns > 6)
		buf_add(&out, S(", ..."));
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

// What a table's header says it holds; NULL if nothing we know.
static const char *kind_of(struct str path, const struct table_info *info)
{
	double record_score = 0, deals_score = 0;
	enum deals_table deals =
		deals_recognise(info->header, info->columns, &deals_score);
	const struct record_kind *record =
		record_recognise(path, info->header, info->columns, &record_score);
	if (deals != DEALS_NO_TABLE && (!record || deals_score >= record_score))
		return deals_table_name(deals);
	return record ? record->name : NULL;
}

// The kind that candor.yaml gives a path: one of our own names, so that it outlives the
// run.
static const char *ruled_kind(const struct source_rule *rule)
{
	const struct record_kind *record = record_find(rule->kind);
	const struct export_kind *export = export_find(rule->kind);
	if (export)
		return export->name;
	return record ? record->name : deals_table_name(deals_table_find(rule->kind));
}

// What one sheet holds, and whether it is a table of ours or another program's export.
static void judge_sheet(
	const struct source_rule *rule, const struct table_info *info, struct filed *f)
{
	const struct export_kind *export =
		rule ? export_find(rule->kind)
		     : export_recognise(info->header, info->columns);
	if (export && !export->beside) {
		f->source.kind = export->name;
		f->source.role = ROLE_TRAFFIC;
		return;
	}
	f->source.kind = rule ? ruled_kind(rule) : kind_of(f->now.path, info);
	if (!f->source.kind && export) {
		f->source.kind = export->name;
		f->source.role = ROLE_TRAFFIC;
	}
}

static void examine_table(
	const struct config *config, struct str bytes, struct arena *a, struct filed *f)
{
	const struct source_rule *rule = config_source(config, f->now.path);
	size_t sheets = 1;
	struct str seen = { 0 };
	f->source.role = ROLE_TABLE;
	for (size_t sheet = 0; sheet < sheets && !f->source.kind; sheet++) {
		struct table *table = NULL;
		struct error err = { 0 };
		if (!table_open(f->now.path, bytes, sheet, a, &table, &err)) {
			skip(f, a, err.text,
				S("export it again, or save it as CSV (UTF-8)"));
			return;
		}
		sheets = table_sheets(table);
		judge_sheet(rule, table_info(table), f);
		if (!seen.len)
			seen = columns_of(a, table_info(table));
	}
	if (f->source.kind)
		return;
	f->source.role = ROLE_OTHER;
	unused(f,
		arena_fmt(a, "its columns are of no known table (%" PRI_STR ")",
			ARG_STR(seen)),
		S("`candor help files` lists the columns of each; candor.yaml can name "
		  "them under sources"));
}

// Network data without a header, which no table reader would make sense of.
static bool examine_bare(struct str bytes, struct filed *f)
{
	const struct export_kind *bare = bare_recognise(bytes);
	if (!bare)
		return false;
	f->source.role = ROLE_TRAFFIC;
	f->source.kind = bare->name;
	return true;
}

static size_t claims_in(const struct sentences *sentences)
{
	size_t n = 0;
	for (size_t i = 0; i < sentences->count; i++)
		n += sentences->at[i].sort == IS_CLAIM;
	return n;
}

static struct date day_of_ms(int64_t time_ms)
{
	return (struct date){ (int32_t)(time_ms / 86400000) + date_of(1970, 1, 1).days };
}

// Whether the headers can be read, and the day of the newest; what was written is not
// looked at.
static bool read_mail(
	struct str bytes, struct arena *a, struct date *day, struct error *err)
{
	struct mail_file *mails = NULL;
	bool has_time = false;
	int64_t time_ms = 0;
	if (!mail_open(bytes, a, &mails, err))
		return false;
	while (mail_next_time(mails, &has_time, &time_ms))
		if (has_time && day_of_ms(time_ms).days > day->days)
			*day = day_of_ms(time_ms);
	return true;
}

static bool read_chat(
	struct str bytes, struct arena *a, struct date *day, struct error *err)
{
	struct chat *chat = NULL;
	struct chat_message m;
	if (!chat_open(bytes, a, &chat, err))
		return false;
	while (chat_next(chat, &m))
		if (m.has_time && day_of_ms(m.time_ms).days > day->days)
			*day = day_of_ms(m.time_ms);
	return chat_whole(chat, err);
}

static void examine_talk(
	enum role role, struct str bytes, struct arena *a, struct filed *f)
{
	struct error err = { 0 };
	struct date day = { 0 };
	struct calendar *calendar = NULL;
	bool ok = role == ROLE_MAIL   ? read_mail(bytes, a, &day, &err)
		  : role == ROLE_CHAT ? read_chat(bytes, a, &day, &err)
				      : calendar_open(bytes, 0, 1, a, &calendar, &err);
	f->source.role = role;
	f->source.format = role == ROLE_MAIL   ? "mail"
			   : role == ROLE_CHAT ? "json"
					       : "ics";
	if (date_set(day)) {
		f->source.date = day;
		f->source.date_is_file_time = false;
	}
	if (!ok)
		skip(f, a, err.text, S("export it again from the program that made it"));
}

// Mail, calendars and chats are recognised here and read by those who need to know who
// turned to whom; their text is no document.
static bool is_talk(enum role role)
{
	return role == ROLE_MAIL || role == ROLE_CALENDAR || role == ROLE_CHAT;
}

// The same for a file that lies nowhere in particular and has any name.
static enum role talk_of(struct role_guess guess, struct str path, struct str bytes)
{
	const struct reader *reader = reader_find(path, bytes);
	if (is_talk(guess.role) || guess.certain || guess.role != ROLE_OTHER || !reader)
		return guess.role;
	if (str_eq(str_of(reader->name), S("mail")))
		return ROLE_MAIL;
	return str_eq(str_of(reader->name), S("ics")) ? ROLE_CALENDAR : guess.role;
}

static void examine_doc(const struct config *config, struct role_guess guess,
	struct str bytes, struct arena *a, struct filed *f)
{
	struct doc doc = { .arena = a };
	struct error err = { 0 };
	struct read_how how = { .mail_bodies = config->mail_bodies };
	struct sentences sentences = { 0 };
	const struct reader *reader = reader_find(f->now.path, bytes);
	if (!reader) {
		unused(f, S("is of a kind that is not read here"),
			S("`candor help formats` lists the kinds that are"));
		return;
	}
	f->source.format = reader->name;
	if (!doc_read(f->now.path, bytes, &how, &doc, &err)) {
		skip(f, a, err.text,
			S("open it in the program that made it and save it again"));
		return;
	}
	guess = role_of_doc(guess, &doc);
	f->source.role = guess.role;
	f->source.rival = guess.rival;
	struct date said = date_of_doc(&doc);
	if (date_set(said)) {
		f->source.date = said;
		f->source.date_is_file_time = false;
	}
	f->source.seen = date_seen_of_doc(&doc, said);
	f->title = utf8_safe(a, title_of_doc(&doc), 160);
	sentences_of(&doc, a, &sentences);
	f->sentences = sentences.count;
	f->claims = claims_in(&sentences);
	pack_sentences(&sentences, &f->sentence_blob);
	pack_doc(&doc, &f->doc_blob);
}

static bool holds_rows(struct str path)
{
	static const struct str SUFFIXES[] = { STR_INIT(".csv"), STR_INIT(".tsv"),
		STR_INIT(".xlsx"), STR_INIT(".json"), STR_INIT(".jsonl") };
	for (size_t i = 0; i < COUNT(SUFFIXES); i++)
		if (str_eq_nocase(path_suffix(path), SUFFIXES[i]))
			return true;
	return false;
}

// Days from 0000-03-01 to 1970-01-01, to turn a file's time into a day.
static struct date day_of(int64_t mtime_ns)
{
	return (struct date){ (int32_t)(mtime_ns / 1000000000 / 86400) +
			      date_of(1970, 1, 1).days };
}

static void begin(struct arena *a, struct filed *f)
{
	struct role_guess guess = role_of_path(f->now.path);
	f->source = (struct source){ .path = f->now.path,
		.hash = f->source.hash,
		.role = guess.role,
		.rival = arena_str(a, guess.rival),
		.date = day_of(f->now.mtime_ns),
		.date_is_file_time = true };
	f->title = path_name(f->now.path);
	f->sentences = f->claims = 0;
}

// YAML is kept as it is: launches and drawn ties are parsed where they are loaded, rules
// where they are run.
static void examine_yaml(
	struct role_guess guess, struct str bytes, struct arena *a, struct filed *f)
{
	guess = role_of_yaml(guess, f->now.path, bytes);
	f->source.role = guess.role;
	f->source.rival = arena_str(a, guess.rival);
	f->source.format = "yaml";
	if (guess.role == ROLE_OTHER)
		unused(f, S("is YAML that is neither launch, relationships nor rule"),
			S("`candor help files` shows what such files say"));
}

static bool is_json(struct str path)
{
	return str_eq_nocase(path_suffix(path), S(".json"));
}

static bool begins_with_list(struct str bytes)
{
	return str_starts(str_trim(str_cut(bytes, 0, 64)), S("["));
}

/*
 * JSON that holds messages or a call, not rows.  A day of a chat is known by its content;
 * users.json of other programs is an object around a list.
 */
static bool holds_talk(struct str path, enum role role, struct str bytes)
{
	if (role == ROLE_CHAT)
		return begins_with_list(bytes);
	return is_json(path) &&
	       (role == ROLE_CALL || (begins_with_list(bytes) && chat_like(bytes)));
}

static bool is_yaml(struct str path)
{
	return str_eq_nocase(path_suffix(path), S(".yaml")) ||
	       str_eq_nocase(path_suffix(path), S(".yml"));
}

// What Candor wrote itself says nothing new about the company.
static struct str left_out(struct str path)
{
	if (str_starts(path, S("outputs/")))
		return S("was written here by Candor, from the other files");
	return str_eq(path, S("web/order.txt"))
		       ? S("keeps the order of the ring for `candor web`")
		       : S("is left out by convention");
}

void examine(
	const struct config *config, struct str bytes, struct arena *a, struct filed *f)
{
	begin(a, f);
	struct role_guess guess = role_of_path(f->now.path);
	bool ruled = config_source(config, f->now.path) != NULL;
	bool rows =
		holds_rows(f->now.path) && !holds_talk(f->now.path, guess.role, bytes);
	if (!rows && guess.role == ROLE_OTHER && is_json(f->now.path))
		guess = (struct role_guess){ .role = ROLE_CHAT, .certain = true };
	if (!bytes.len && guess.role != ROLE_CONFIG)
		skip(f, a, "is empty",
			S("delete it, or put back what should stand in it"));
	else if (!guess.certain && !is_json(f->now.path) && examine_bare(bytes, f))
		return;
	else if (ruled || rows)
		examine_table(config, bytes, a, f);
	else if (guess.certain && guess.role == ROLE_OTHER)
		unused(f, left_out(f->now.path), S(""));
	else if (is_yaml(f->now.path))
		examine_yaml(guess, bytes, a, f);
	else if (is_talk(talk_of(guess, f->now.path, bytes)))
		examine_talk(talk_of(guess, f->now.path, bytes), bytes, a, f);
	else
		examine_doc(config, guess, bytes, a, f);
}

void examine_unreadable(const struct error *why, struct arena *a, struct filed *f)
{
	begin(a, f);
	skip(f, a, why->text, S("see that you may read it, then run candor again"));
}
