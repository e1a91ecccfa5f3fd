// cli: one command per file, one table; words in, bytes out.
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "ingest/ingest.h"
#include "report/report.h"

// One option of a command; the table makes parsing, help, man page, completion and
// docs/reference.md.
struct option_row {
	const char *name;     // "format", without dashes; NULL ends the table
	char letter;	      // 'j', or 0
	const char *argument; // "N", or NULL for a switch; "FILE..." may be given often
	const char *values;   // the words allowed, "text|json|html"; NULL if free
	const char *text;     // one line of help, no capital, no full stop
};

struct example_row {
	const char *line; // "candor deals --by competitor"; NULL ends the table
	const char *text; // what it answers
};

enum { OPTIONS_MAX = 24, VALUES_MAX = 128 };

struct option_value {
	const struct option_row *row;
	const char *value; // "" for a switch
};

struct cli {
	const struct command *command;
	struct arena *arena; // of the run
	struct buf out;	     // what goes to standard output or -o
	const char *folder;  // the workspace, where a command is given it as a word; NULL
			     // otherwise
	char **words;	     // what is left of the command line
	size_t word_count;
	struct option_value values[VALUES_MAX];
	size_t value_count;
	struct date today; // from the clock; --as-of overrides it
	struct look look;  // of text output
	bool terminal;	   // standard output is one
};

struct command {
	const char *name;
	const char *usage;   // "[PATH...]"; options are added
	const char *answers; // the question it answers: "which claims would be as true
			     // with a competitor's name?"
	const char *about;   // one or two paragraphs for --help
	const char *reads;   // files it reads, for --help; NULL if none
	const struct option_row *options;
	const struct example_row *examples;
	const char *formats; // "text|json|html"; NULL if it has only text
	int (*run)(struct cli *cli, struct error *err); // the exit status; 2 with err set
};

extern const struct command
	*const commands[]; // NULL-terminated, in the order of the help
extern const struct option_row common_options[];

// The value of an option, "" for a switch that was given, NULL if it was not.
const char *cli_value(const struct cli *cli, const char *name);
// Value number `i` of an option that may be given often, in order; NULL behind the last.
const char *cli_value_at(const struct cli *cli, const char *name, size_t i);
bool cli_format_is(const struct cli *cli, const char *format);
// A number option within [low, high]; `otherwise` if it was not given.  ERROR_USAGE if it
// is no such number.
bool cli_number(const struct cli *cli, const char *name, int64_t low, int64_t high,
	int64_t otherwise, int64_t *out, struct error *err);
size_t cli_threads(const struct cli
		*cli); // -j, else one a processor; valid once cli_workspace succeeded
// Finds the workspace (-C, else upward from here), refreshes its index and fills ws.  See
// ingest_open for `roles`.
bool cli_workspace(
	struct cli *cli, uint64_t roles, struct workspace *ws, struct error *err);
// The document of source number `source` of the workspace that cli_workspace opened, in
// `a`.
bool cli_doc(size_t source, struct arena *a, struct doc *out, struct error *err);
// The word of a NULL-terminated list that somebody probably meant, or NULL.
const char *cli_nearest(const char *word, const char *const *list);

int cli_main(int argc, char **argv); // the exit status

#endif
