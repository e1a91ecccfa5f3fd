#include "model/roles.h"

#include <assert.h>

static const struct {
	const char *name, *title;
} ROLES[ROLE_COUNT] = {
	[ROLE_OTHER] = { "other", "Files of no known kind" },
	[ROLE_CONFIG] = { "configuration", "Configuration" },
	[ROLE_COPY] = { "copy", "Our own copy" },
	[ROLE_COPY_HISTORY] = { "earlier copy", "Earlier versions of our copy" },
	[ROLE_RIVAL] = { "competitor page", "Competitors' pages" },
	[ROLE_BATTLECARD] = { "battlecard", "Battlecards" },
	[ROLE_CANVAS] = { "canvas", "Positioning canvas" },
	[ROLE_CANVAS_HISTORY] = { "earlier canvas", "Earlier versions of the canvas" },
	[ROLE_NARRATIVE] = { "narrative", "Narrative" },
	[ROLE_CALL] = { "call", "Calls" },
	[ROLE_INTERVIEW] = { "interview", "Win-loss interviews" },
	[ROLE_TABLE] = { "table", "Tables" },
	[ROLE_LAUNCH] = { "launch", "Launches" },
	[ROLE_TIES] = { "relationships", "Drawn relationships" },
	[ROLE_REQUEST] = { "request", "Requests as mail or note" },
	[ROLE_STYLE] = { "rule", "Guardrail rules" },
	[ROLE_MAIL] = { "mail", "Mail headers" },
	[ROLE_CALENDAR] = { "calendar", "Calendars" },
	[ROLE_CHAT] = { "chat", "Chat exports" },
};

const char *role_name(enum role role)
{
	assert(role < ROLE_COUNT);
	return ROLES[role].name;
}

const char *role_title(enum role role)
{
	assert(role < ROLE_COUNT);
	return ROLES[role].title;
}

/*
 * Where convention puts things.  The first pattern that matches decides, so the special
 * stands before the general.  `sure`: what the file says cannot change it.
 */
static const struct {
	const char *pattern;
	enum role role;
	bool sure;
} PATHS[] = {
	{ "candor.yaml", ROLE_CONFIG, true },
	{ "outputs/**", ROLE_OTHER, true },
	{ "**/*.ics", ROLE_CALENDAR, true },
	{ "requests/*.eml", ROLE_REQUEST, true },
	{ "requests/*.md", ROLE_REQUEST, true },
	{ "requests/*.txt", ROLE_REQUEST, true },
	{ "**/*.mbox", ROLE_MAIL, true },
	{ "**/*.eml", ROLE_MAIL, true },
	{ "**/launches/*.yaml", ROLE_LAUNCH, true },
	{ "**/launches/*.yml", ROLE_LAUNCH, true },
	{ "**/relationships.yaml", ROLE_TIES, true },
	{ "**/rules/**/*.yml", ROLE_STYLE, true },
	{ "**/styles/**/*.yml", ROLE_STYLE, true },
	{ "**/competitors/*/*card*.md", ROLE_BATTLECARD, true },
	{ "**/competitors/**", ROLE_RIVAL, false },
	{ "**/positioning/history/**", ROLE_CANVAS_HISTORY, true },
	{ "**/positioning/archive/**", ROLE_CANVAS_HISTORY, true },
	{ "**/positioning/**", ROLE_CANVAS, false },
	{ "**/history/**", ROLE_COPY_HISTORY, true },
	{ "**/archive/**", ROLE_COPY_HISTORY, true },
	{ "**/calls/**", ROLE_CALL, true },
	{ "**/transcripts/**", ROLE_CALL, true },
	{ "**/interviews/**", ROLE_INTERVIEW, true },
	{ "**/narrative.*", ROLE_NARRATIVE, true },
	{ "**/LICENSE*", ROLE_OTHER, true },
	{ "**/CHANGELOG*", ROLE_OTHER, true },
	{ "**/CONTRIBUTING*", ROLE_OTHER, true },
};

// "shiftly" of "x/competitors/shiftly/page.html", and of "competitors/shiftly.md".
static struct str rival_of(struct str path)
{
	static const struct str FOLDER = STR_INIT("competitors/");
	size_t at = str_find(path, FOLDER, 0);
	if (at == STR_NONE || (at && path.at[at - 1] != '/'))
		return (struct str){ 0 };
	struct str rest = str_from(path, at + FOLDER.len);
	size_t slash = str_find_byte(rest, '/', 0);
	if (slash != STR_NONE)
		return str_cut(rest, 0, slash);
	return str_cut(rest, 0, rest.len - path_suffix(rest).len);
}

// A day of a Slack export lies in the folder of its channel: general/2025-11-03.json.
static bool is_chat(struct str path)
{
	struct str name = path_name(path), suffix = path_suffix(path);
	if (!str_eq(suffix, S(".json")))
		return false;
	return (name.len == 15 && date_set(date_in_name(name)) &&
		       path_folder(path).len) ||
	       str_eq(name, S("users.json")) || str_eq(name, S("channels.json"));
}

struct role_guess role_of_path(struct str path)
{
	if (is_chat(path))
		return (struct role_guess){ .role = ROLE_CHAT, .certain = true };
	for (size_t i = 0; i < COUNT(PATHS); i++)
		if (path_match(str_of(PATHS[i].pattern), path))
			return (struct role_guess){ PATHS[i].role, rival_of(path),
				PATHS[i].sure };
	return (struct role_guess){ .role = ROLE_OTHER };
}

static bool front_has(const struct doc *doc, struct str key)
{
	struct str rest = doc->front, line;
	while (str_line(&rest, &line))
		if (str_starts_nocase(line, key) && line.len > key.len &&
			line.at[key.len] == ':')
			return true;
	return false;
}

static struct str front_value(const struct doc *doc, struct str key)
{
	struct str rest = doc->front, line;
	while (str_line(&rest, &line))
		if (str_starts_nocase(line, key) && line.len > key.len &&
			line.at[key.len] == ':')
			return str_strip(str_trim(str_from(line, key.len + 1)), "\"'");
	return (struct str){ 0 };
}

// How many of these words some heading begins with; each counts once.
static size_t headings_among(const struct doc *doc, const struct str *words, size_t count)
{
	size_t found = 0;
	for (size_t w = 0; w < count; w++)
		for (size_t i = 0; i < doc->block_count; i++) {
			const struct block *b = &doc->blocks[i];
			if (b->kind != BLOCK_HEADING ||
				str_find_nocase(doc_cut(doc, b->span), words[w], 0) ==
					STR_NONE)
				continue;
			found++;
			break;
		}
	return found;
}

static bool is_canvas(const struct doc *doc)
{
	static const struct str WORDS[] = { STR_INIT("alternative"), STR_INIT("attribut"),
		STR_INIT("value"), STR_INIT("segment"), STR_INIT("category"),
		STR_INIT("wert"), STR_INIT("kategorie"), STR_INIT("zielgruppe") };
	return headings_among(doc, WORDS, COUNT(WORDS)) >= 3;
}

static bool is_battlecard(const struct doc *doc)
{
	static const struct str WORDS[] = { STR_INIT("they say"), STR_INIT("facts"),
		STR_INIT("why we win"), STR_INIT("why we lose"), STR_INIT("talk track"),
		STR_INIT("objection") };
	return front_has(doc, S("competitor")) ||
	       headings_among(doc, WORDS, COUNT(WORDS)) >= 3;
}

static bool is_interview(const struct doc *doc)
{
	return front_has(doc, S("interviewee")) || front_has(doc, S("decided_against"));
}

static bool is_call(const struct doc *doc)
{
	size_t speech = 0;
	for (size_t i = 0; i < doc->block_count; i++)
		speech += doc->blocks[i].kind == BLOCK_SPEECH;
	return speech >= 3 && speech * 2 > doc->block_count;
}

struct role_guess role_of_doc(struct role_guess by_path, const struct doc *doc)
{
	struct role_guess out = by_path;
	if (by_path.certain)
		return out;
	if (by_path.role == ROLE_RIVAL) {
		if (is_battlecard(doc))
			out.role = ROLE_BATTLECARD;
	} else if (is_battlecard(doc)) {
		out.role = ROLE_BATTLECARD;
		out.rival = front_value(doc, S("competitor"));
	} else if (is_interview(doc)) {
		out.role = ROLE_INTERVIEW;
	} else if (is_call(doc)) {
		out.role = ROLE_CALL;
	} else {
		out.role = is_canvas(doc) ? ROLE_CANVAS : ROLE_COPY;
	}
	return out;
}

struct date date_of_doc(const struct doc *doc)
{
	static const struct str FRONT[] = { STR_INIT("effective"), STR_INIT("date"),
		STR_INIT("reviewed"), STR_INIT("published"), STR_INIT("updated") };
	static const struct str METAS[] = { STR_INIT("article:published_time"),
		STR_INIT("date"), STR_INIT("modified") };
	struct date d = { 0 };
	for (size_t i = 0; i < COUNT(FRONT); i++)
		if (date_parse(front_value(doc, FRONT[i]), DATE_UNSURE, &d))
			return d;
	d = date_in_name(path_name(doc->path));
	if (date_set(d))
		return d;
	for (size_t i = 0; i < COUNT(METAS); i++)
		if (date_parse(doc_meta_find(doc, METAS[i]), DATE_UNSURE, &d))
			return d;
	return (struct date){ 0 };
}

struct str title_of_doc(const struct doc *doc)
{
	struct str title = doc_meta_find(doc, S("title"));
	for (size_t i = 0; !title.len && i < doc->block_count; i++)
		if (doc->blocks[i].kind == BLOCK_TITLE ||
			doc->blocks[i].kind == BLOCK_HEADING)
			title = doc_cut(doc, doc->blocks[i].span);
	if (title.len)
		return title;
	struct str name = path_name(doc->path);
	return str_cut(name, 0, name.len - path_suffix(name).len);
}
