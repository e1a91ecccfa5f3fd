#include "ingest/loose.h"

#include "read/read.h"

void loose_note(struct loose *l, struct str note)
{
	l->notes = arena_more(
		l->arena, l->notes, l->note_count, &l->note_room, sizeof *l->notes);
	l->notes[l->note_count++] = note;
}

static struct loose_doc *loose_find(const struct loose *l, uint64_t hash, uint32_t set)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i]->source.hash == hash && l->at[i]->set == set)
			return l->at[i];
	return NULL;
}

static bool is_known(struct loose *l, struct str name, uint64_t hash, uint32_t set)
{
	const struct loose_doc *known = loose_find(l, hash, set);
	if (known)
		loose_note(l, arena_fmt(l->arena,
				      "%" PRI_STR " is the same text as %" PRI_STR
				      ": counted once.",
				      ARG_STR(name), ARG_STR(known->source.path)));
	return known != NULL;
}

// What a competitor's folder in a workspace holds beside its pages: our card about it.
static bool is_card(const struct doc *doc)
{
	return role_of_path(doc->path).role == ROLE_BATTLECARD ||
	       papers_recognise(doc) == ROLE_BATTLECARD;
}

// Whose words a document holds; older versions of ours are nobody's copy in force.
static enum role role_in_set(const struct doc *doc, uint32_t set)
{
	if (set)
		return ROLE_RIVAL;
	return role_of_path(doc->path).role == ROLE_COPY_HISTORY ? ROLE_COPY_HISTORY
								 : ROLE_COPY;
}

bool loose_add_bytes(struct loose *l, struct str name, struct str bytes, uint32_t set,
	struct error *err)
{
	struct arena *a = l->arena;
	struct doc doc = { .arena = a };
	const uint64_t hash = str_hash(bytes, 1);
	if (is_known(l, name, hash, set))
		return true;
	if (!doc_read(name, bytes, NULL, &doc, err))
		return false;
	if (!str_trim(doc.text).len)
		return error_set(err, ERROR_FORMAT, "holds no text");
	if (set && is_card(&doc))
		return error_set(err, ERROR_USAGE,
			"is a battlecard: what we say about a competitor, not what it "
			"says");
	struct loose_doc *d = ARENA_NEW(a, struct loose_doc);
	const struct date said = date_of_doc(&doc);
	d->set = set;
	d->source = (struct source){ .path = arena_str(a, name),
		.size = (int64_t)bytes.len,
		.hash = hash,
		.role = role_in_set(&doc, set),
		.date = date_set(said) ? said : l->today,
		.date_is_file_time = !date_set(said) };
	d->copy.source = &d->source;
	d->copy.title = utf8_safe(a, title_of_doc(&doc), 160);
	sentences_of(&doc, a, &d->copy.sentences);
	l->at = arena_more(a, l->at, l->count, &l->room, sizeof(void *));
	l->at[l->count++] = d;
	return true;
}

static bool add_file(struct loose *l, const char *path, uint32_t set, struct error *err)
{
	struct file file;
	if (!file_open(path, LOOSE_MAX_BYTES, &file, err))
		return false;
	const bool ok = loose_add_bytes(l, str_of(path), file.bytes, set, err);
	file_close(&file);
	return ok;
}

// Texts a person would count as a document; tables, pictures and code are passed over.
static bool is_document(struct str path)
{
	static const struct str SUFFIXES[] = { STR_INIT(".md"), STR_INIT(".markdown"),
		STR_INIT(".html"), STR_INIT(".htm"), STR_INIT(".txt"), STR_INIT(".docx"),
		STR_INIT(".pptx"), STR_INIT(".pdf"), STR_INIT(".eml"), STR_INIT(".mdx") };
	for (size_t i = 0; i < COUNT(SUFFIXES); i++)
		if (str_eq_nocase(path_suffix(path), SUFFIXES[i]))
			return true;
	return false;
}

static bool add_folder(
	struct loose *l, const char *folder, uint32_t set, struct error *err)
{
	struct file_list files;
	const size_t before = l->count;
	size_t passed = 0;
	if (!file_walk(folder, LOOSE_MAX_FILES, l->arena, &files, err))
		return false;
	if (files.cut)
		return error_set(err, ERROR_LIMIT,
			"holds more than %d files; name a smaller folder",
			LOOSE_MAX_FILES);
	for (size_t i = 0; i < files.count; i++) {
		struct error why = { 0 };
		const struct str path =
			path_join(l->arena, str_of(folder), files.at[i].path);
		if (!is_document(path))
			passed++;
		else if (!add_file(l, arena_cstr(l->arena, path), set, &why))
			loose_note(l,
				arena_fmt(l->arena, "%" PRI_STR " %s. It was left out.",
					ARG_STR(path), why.text));
	}
	if (l->count == before)
		return error_set(err, ERROR_FORMAT,
			"holds no page, deck or document that can be read (%zu files of "
			"other kinds)",
			passed);
	return true;
}

// The file in the same folder that was probably meant.
static bool not_there(struct arena *a, const char *path, struct error *err)
{
	const struct str folder = path_folder(str_of(path));
	const char *where = folder.len ? arena_cstr(a, folder) : ".";
	struct near near = { .word = path_name(str_of(path)) };
	struct file_list files;
	struct error quiet = { 0 };
	if (file_walk(where, LOOSE_MAX_FILES, a, &files, &quiet))
		for (size_t i = 0; i < files.count; i++)
			if (!path_folder(files.at[i].path).len)
				near_try(&near, files.at[i].path);
	if (!near_found(&near))
		return error_set(err, ERROR_USAGE, "there is no such file");
	return error_set(err, ERROR_USAGE,
		"there is no such file; did you mean '%" PRI_STR "'?",
		ARG_STR(path_join(a, folder, near.best)));
}

bool loose_add(struct loose *l, const char *path, uint32_t set, struct error *err)
{
	struct error none = { 0 };
	struct file_stat there;
	const size_t before = l->count;
	bool ok = false;
	if (file_is_folder(path, &none))
		ok = add_folder(l, path, set, err);
	else if (!file_stat_of(path, &there, &none))
		ok = not_there(l->arena, path, err);
	else if ((ok = add_file(l, path, set, err)) && l->count > before && !set)
		l->at[before]->source.role = ROLE_COPY; // named: meant, however old
	return ok || error_add(err, "%s", path);
}

void loose_workspace(struct loose *l, struct str company, const struct str *rivals,
	size_t rival_count, struct workspace *ws)
{
	struct arena *a = l->arena;
	*ws = (struct workspace){ .arena = a, .as_of = l->today };
	struct error never = { 0 };
	(void)config_read(S(""), S(""), a, &ws->config, &never); // defaults cannot fail
	ws->config.company = company;
	vendors_init(&ws->vendors, a, &ws->config);
	ws->sources = ARENA_ARRAY(a, struct source, l->count + 1);
	ws->copies = ARENA_ARRAY(a, struct copy, l->count + 1);
	for (size_t i = 0; i < rival_count; i++)
		(void)vendors_add(&ws->vendors, (struct str){ 0 }, rivals[i],
			VENDOR_RIVAL,
			true); // found again by name
	for (size_t i = 0; i < l->count; i++) {
		const struct loose_doc *d = l->at[i];
		ws->sources[i] = d->source;
		if (d->set && d->set <= rival_count)
			ws->sources[i].rival = rivals[d->set - 1];
		ws->copies[i] = d->copy;
		ws->copies[i].source = &ws->sources[i];
	}
	ws->source_count = ws->copy_count = l->count;
}
