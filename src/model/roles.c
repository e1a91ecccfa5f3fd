#include "model/roles.h"

#include "model/papers.h"
#include "model/yaml.h"

/*
 * Where convention puts things, in lower case.  The first pattern that matches decides,
 * so the special stands before the general.  `sure`: what the file says cannot change it.
 */
static const struct {
	const char *pattern;
	enum role role;
	bool sure;
} PATHS[] = {
	{ "candor.yaml", ROLE_CONFIG, true },
	{ "outputs/**", ROLE_OTHER, true },
	{ "web/order.txt", ROLE_OTHER, true },
	{ "**/competitors/*/*battlecard*", ROLE_BATTLECARD, true },
	{ "**/competitors/*/card.*", ROLE_BATTLECARD, true },
	{ "**/competitors/**", ROLE_RIVAL, false },
	{ "**/battlecards/*", ROLE_BATTLECARD, true },
	{ "**/*.ics", ROLE_CALENDAR, true },
	{ "**/requests/**", ROLE_REQUEST, true },
	{ "**/*.mbox", ROLE_MAIL, true },
	{ "**/*.eml", ROLE_MAIL, true },
	{ "**/launches/*.yaml", ROLE_LAUNCH, true },
	{ "**/launches/*.yml", ROLE_LAUNCH, true },
	{ "**/relationships.yaml", ROLE_TIES, true },
	{ "**/relationships.yml", ROLE_TIES, true },
	{ "**/styles/**", ROLE_STYLE, true },
	{ "**/rules/**", ROLE_STYLE, true },
	{ "**/calls/**", ROLE_CALL, true },
	{ "**/transcripts/**", ROLE_CALL, true },
	{ "**/*.vtt", ROLE_CALL, true },
	{ "**/*.srt", ROLE_CALL, true },
	{ "**/interviews/**", ROLE_INTERVIEW, true },
	{ "**/positioning/**", ROLE_CANVAS, false },
	{ "**/narrative.*", ROLE_NARRATIVE, true },
	{ "**/license", ROLE_OTHER, true },
	{ "**/license.*", ROLE_OTHER, true },
	{ "**/licence.*", ROLE_OTHER, true },
	{ "**/copying", ROLE_OTHER, true },
	{ "**/changelog", ROLE_OTHER, true },
	{ "**/changelog.*", ROLE_OTHER, true },
	{ "**/contributing.*", ROLE_OTHER, true },
	{ "**/code_of_conduct.*", ROLE_OTHER, true },
	{ "**/readme.*", ROLE_COPY, true },
	{ "**/site/**", ROLE_COPY, true },
	{ "**/website/**", ROLE_COPY, true },
	{ "**/pages/**", ROLE_COPY, true },
	{ "**/blog/**", ROLE_COPY, true },
	{ "**/copy/**", ROLE_COPY, true },
	{ "**/assets/**", ROLE_COPY, true },
	{ "**/decks/**", ROLE_COPY, true },
	{ "**/messages/**", ROLE_COPY, true },
};

// Folders that hold what no longer holds, and endings of names that say so.
static const char *const OLD_FOLDERS[] = { "history", "archive", "archiv", "old", "alt",
	"versions", "versionen" };
static const char *const OLD_ENDINGS[] = { "-old", "_old", "-history", "_history",
	"-archive", "_archive", "-alt", "_alt" };

static enum role older(enum role role)
{
	if (role == ROLE_CANVAS)
		return ROLE_CANVAS_HISTORY;
	return role == ROLE_COPY ? ROLE_COPY_HISTORY : role;
}

// The convention's folders in other words; those of competitors come first.
enum { RIVAL_FOLDERS = 4 };
static const struct {
	struct str theirs;
	const char *ours;
} FOLDERS[] = {
	{ STR_INIT("competitors/"), "competitors/" },
	{ STR_INIT("rivals/"), "competitors/" },
	{ STR_INIT("wettbewerber/"), "competitors/" },
	{ STR_INIT("wettbewerb/"), "competitors/" },
	{ STR_INIT("anfragen/"), "requests/" },
	{ STR_INIT("gespr\xc3\xa4"
		   "che/"),
		"calls/" },
	{ STR_INIT("positionierung/"), "positioning/" },
	{ STR_INIT("botschaften/"), "messages/" },
};

static struct str stem_of(struct str path)
{
	struct str name = path_name(path);
	return str_cut(name, 0, name.len - path_suffix(name).len);
}

// "shiftly" of "x/competitors/shiftly/page.html", "competitors/shiftly.md" and
// "battlecards/shiftly.md".
static struct str rival_of(struct str path)
{
	for (size_t i = 0; i < RIVAL_FOLDERS; i++) {
		struct str folder = FOLDERS[i].theirs;
		size_t at = str_find_nocase(path, folder, 0);
		while (at != STR_NONE && at && path.at[at - 1] != '/')
			at = str_find_nocase(path, folder, at + 1);
		if (at == STR_NONE)
			continue;
		struct str rest = str_from(path, at + folder.len);
		size_t slash = str_find_byte(rest, '/', 0);
		return slash != STR_NONE ? str_cut(rest, 0, slash) : stem_of(rest);
	}
	return path_match(S("**/battlecards/*"), path) ? stem_of(path)
						       : (struct str){ 0 };
}

static bool is_old(struct str path)
{
	struct str folder = path_folder(path), part, stem = stem_of(path);
	while (str_split(&folder, '/', &part))
		for (size_t i = 0; i < COUNT(OLD_FOLDERS); i++)
			if (str_eq_nocase(part, str_of(OLD_FOLDERS[i])))
				return true;
	for (size_t i = 0; i < COUNT(OLD_ENDINGS); i++)
		if (str_ends_nocase(stem, str_of(OLD_ENDINGS[i])))
			return true;
	return str_eq_nocase(stem, S("history"));
}

// A day of a Slack export lies in the folder of its channel: general/2025-11-03.json.
static bool is_chat(struct str path)
{
	struct str name = path_name(path);
	if (!str_ends_nocase(name, S(".json")))
		return false;
	return (name.len == 15 && date_set(date_in_name(name)) && path_folder(path).len &&
		       !path_match(S("**/calls/**"), path)) ||
	       str_eq(name, S("users.json")) || str_eq(name, S("channels.json"));
}

// A path that begins with a folder in other words, as the patterns say it.
static struct str in_our_words(struct arena *a, struct str path)
{
	for (size_t i = 0; i < COUNT(FOLDERS); i++)
		if (str_starts(path, FOLDERS[i].theirs))
			return arena_fmt(a, "%s%" PRI_STR, FOLDERS[i].ours,
				ARG_STR(str_from(path, FOLDERS[i].theirs.len)));
	return path;
}

static struct role_guess match_path(struct str path)
{
	for (size_t i = 0; i < COUNT(PATHS); i++)
		if (path_match(str_of(PATHS[i].pattern), path))
			return (struct role_guess){ .role = PATHS[i].role,
				.certain = PATHS[i].sure };
	return (struct role_guess){ .role = ROLE_OTHER };
}

struct role_guess role_of_path(struct str path)
{
	struct arena scratch = { 0 };
	struct role_guess guess = { .role = ROLE_CHAT, .certain = true };
	if (is_chat(path))
		return guess;
	struct str plain = in_our_words(&scratch, utf8_lower(&scratch, path));
	guess = match_path(plain);
	if (guess.role == ROLE_RIVAL || guess.role == ROLE_BATTLECARD)
		guess.rival = rival_of(path);
	if (is_old(path))
		guess.role = older(guess.role);
	arena_free(&scratch);
	return guess;
}

static bool is_call(const struct doc *doc)
{
	enum { TURNS_MIN = 3 };
	size_t speech = 0;
	for (size_t i = 0; i < doc->block_count; i++)
		speech += doc->blocks[i].kind == BLOCK_SPEECH;
	return speech >= TURNS_MIN && speech * 2 > doc->block_count;
}

// Pages, documents and decks are written to be read by somebody; notes and data are not.
static bool is_written(struct str path)
{
	static const struct str SUFFIXES[] = { STR_INIT(".html"), STR_INIT(".htm"),
		STR_INIT(".md"), STR_INIT(".markdown"), STR_INIT(".docx"),
		STR_INIT(".pptx"), STR_INIT(".pdf") };
	for (size_t i = 0; i < COUNT(SUFFIXES); i++)
		if (str_eq_nocase(path_suffix(path), SUFFIXES[i]))
			return true;
	return false;
}

// What a document is that lies nowhere in particular.
static enum role loose_role(const struct doc *doc)
{
	enum role paper = papers_recognise(doc);
	if (paper != ROLE_OTHER)
		return paper;
	if (is_call(doc))
		return ROLE_CALL;
	return is_written(doc->path) ? ROLE_COPY : ROLE_OTHER;
}

struct role_guess role_of_doc(struct role_guess by_path, const struct doc *doc)
{
	struct role_guess out = by_path;
	if (by_path.certain)
		return out;
	if (by_path.role == ROLE_RIVAL) {
		if (papers_recognise(doc) == ROLE_BATTLECARD)
			out.role = ROLE_BATTLECARD;
		return out;
	}
	out.role = loose_role(doc);
	if (out.role == ROLE_BATTLECARD)
		out.rival = papers_rival_of(doc->arena, doc);
	if (is_old(doc->path))
		out.role = older(out.role);
	return out;
}

struct role_guess role_of_yaml(
	struct role_guess by_path, struct str path, struct str bytes)
{
	struct arena scratch = { 0 };
	struct error quiet = { 0 };
	struct role_guess out = by_path;
	struct yaml *root = NULL;
	struct yaml_text in = { path, bytes, 1 };
	if (!by_path.certain && yaml_read(&in, &scratch, &root, &quiet)) {
		const struct yaml *first = root->kind == YAML_LIST ? root->first : NULL;
		if (yaml_find(root, S("launch")) && yaml_find(root, S("gates")))
			out.role = ROLE_LAUNCH;
		else if (yaml_find(root, S("extends")) && yaml_find(root, S("message")))
			out.role = ROLE_STYLE;
		else if (yaml_find(first, S("a")) && yaml_find(first, S("b")))
			out.role = ROLE_TIES;
	}
	arena_free(&scratch);
	return out;
}
