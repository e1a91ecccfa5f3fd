// The command line: option tables become values, or one clear error.
#include "cli/options.h"

#include <getopt.h>
#include <string.h>

const struct option_row common_options[] = {
	{ "directory", 'C', "DIR", NULL,
		"work in this folder instead of the nearest with a candor.yaml" },
	{ "as-of", 0, "DATE", NULL, "take this day (YYYY-MM-DD) for today" },
	{ "threads", 'j', "N", NULL, "use N threads; the output never depends on it" },
	{ "format", 0, "FORMAT", NULL, "write this format instead of text" },
	{ "output", 'o', "FILE", NULL, "write to FILE, whole or not at all" },
	{ "color", 0, "WHEN", "auto|always|never", "colours in text output" },
	{ "no-pager", 0, NULL, NULL, "never page long text" },
	{ "quiet", 'q', NULL, NULL, "no progress and no notes on standard error" },
	{ "help", 'h', NULL, NULL, "show this help" },
	{ 0 },
};

// All rows a command understands: its own first, then the common ones.
static size_t rows_of(
	const struct command *command, const struct option_row *rows[OPTIONS_MAX])
{
	size_t count = 0;
	const struct option_row *const tables[] = { command->options, common_options };
	for (size_t t = 0; t < COUNT(tables); t++)
		for (const struct option_row *row = tables[t]; row && row->name; row++)
			if (count < OPTIONS_MAX)
				rows[count++] = row;
	return count;
}

static void tables_for_getopt(const struct option_row *const *rows, size_t count,
	struct option *longs, char *shorts)
{
	*shorts++ = ':'; // a missing argument is told apart from an unknown option
	for (size_t i = 0; i < count; i++) {
		longs[i] = (struct option){ rows[i]->name,
			rows[i]->argument ? required_argument : no_argument, NULL,
			256 + (int)i };
		if (!rows[i]->letter)
			continue;
		*shorts++ = rows[i]->letter;
		if (rows[i]->argument)
			*shorts++ = ':';
	}
	longs[count] = (struct option){ 0 };
	*shorts = '\0';
}

static bool is_allowed(const char *values, const char *value)
{
	struct str rest = str_of(values), one;
	while (str_split(&rest, '|', &one))
		if (str_eq(one, str_of(value)))
			return true;
	return false;
}

static bool unknown(const struct option_row *const *rows, size_t count, const char *word,
	const char *command, struct error *err)
{
	const char *names[OPTIONS_MAX + 1];
	for (size_t i = 0; i < count; i++)
		names[i] = rows[i]->name;
	names[count] = NULL;
	const char *bare = word + strspn(word, "-");
	const char *near = strlen(bare) > 1 ? cli_nearest(bare, names) : NULL;
	if (near)
		return error_set(err, ERROR_USAGE,
			"unknown option '%s'; did you mean '--%s'?", word, near);
	return error_set(err, ERROR_USAGE,
		"unknown option '%s'; `candor %s --help` lists them", word, command);
}

static bool may_repeat(const struct option_row *row)
{
	return row->argument && str_ends(str_of(row->argument), S("..."));
}

static bool keep(struct cli *cli, const struct option_row *row, const char *value,
	struct error *err)
{
	const char *values = row->values;
	if (!strcmp(row->name, "format"))
		values = cli->command->formats ? cli->command->formats : "text";
	if (value && values && !is_allowed(values, value))
		return error_set(err, ERROR_USAGE, "--%s '%s' is not one of %s",
			row->name, value, values);
	for (size_t i = 0; i < cli->value_count && !may_repeat(row); i++)
		if (cli->values[i].row == row) {
			cli->values[i].value = value ? value : "";
			return true;
		}
	if (cli->value_count == VALUES_MAX)
		return error_set(err, ERROR_USAGE,
			"--%s was given too often: %d options are the most; a folder "
			"stands for all its files",
			row->name, VALUES_MAX);
	cli->values[cli->value_count++] =
		(struct option_value){ row, value ? value : "" };
	return true;
}

static const struct option_row *row_of(
	const struct option_row *const *rows, size_t count, int code)
{
	if (code >= 256)
		return rows[code - 256];
	for (size_t i = 0; i < count; i++)
		if (rows[i]->letter == code)
			return rows[i];
	return NULL;
}

bool options_read(struct cli *cli, int argc, char **argv, struct error *err)
{
	const struct option_row *rows[OPTIONS_MAX];
	struct option longs[OPTIONS_MAX + 1];
	char shorts[OPTIONS_MAX * 2 + 2];
	size_t count = rows_of(cli->command, rows);
	tables_for_getopt(rows, count, longs, shorts);
	opterr = 0;
	optind = 0; // glibc: start afresh, so that tests may call this twice
	for (int code; (code = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
		const char *word = argv[optind - 1];
		const struct option_row *row = row_of(rows, count, code);
		if (code == ':')
			return error_set(
				err, ERROR_USAGE, "option '%s' needs a value", word);
		if (!row)
			return unknown(rows, count, word, cli->command->name, err);
		if (!keep(cli, row, optarg, err))
			return false;
	}
	cli->words = argv + optind;
	cli->word_count = (size_t)(argc - optind);
	return true;
}

const char *cli_value(const struct cli *cli, const char *name)
{
	for (size_t i = 0; i < cli->value_count; i++)
		if (!strcmp(cli->values[i].row->name, name))
			return cli->values[i].value;
	return NULL;
}

const char *cli_value_at(const struct cli *cli, const char *name, size_t i)
{
	for (size_t v = 0; v < cli->value_count; v++)
		if (!strcmp(cli->values[v].row->name, name) && i-- == 0)
			return cli->values[v].value;
	return NULL;
}

bool cli_format_is(const struct cli *cli, const char *format)
{
	const char *value = cli_value(cli, "format");
	return !strcmp(value ? value : "text", format);
}

bool cli_number(const struct cli *cli, const char *name, int64_t low, int64_t high,
	int64_t otherwise, int64_t *out, struct error *err)
{
	const char *value = cli_value(cli, name);
	*out = otherwise;
	if (!value)
		return true;
	if (str_to_int(str_of(value), out) && *out >= low && *out <= high)
		return true;
	return error_set(err, ERROR_USAGE,
		"--%s wants a whole number from %lld to %lld, not '%s'", name,
		(long long)low, (long long)high, value);
}

const char *cli_nearest(const char *word, const char *const *list)
{
	struct near near = { .word = str_of(word) };
	for (const char *const *one = list; *one; one++)
		near_try(&near, str_of(*one));
	return near_found(&near) ? near.best.at : NULL;
}
