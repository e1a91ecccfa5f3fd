// identity_words: addresses that belong to nobody in particular.
#ifndef TRAFFIC_IDENTITY_WORDS_H
#define TRAFFIC_IDENTITY_WORDS_H

#include "base/base.h"

// Whether a plain name is that of a program, a room or a resource: "no-reply@...",
// "slackbot", "dependabot[bot]", "...@resource.calendar.example".
bool names_program(struct str plain);
// Whether what stands before the @ reaches everybody: "all", "team", "info".
bool names_everybody(struct str local);
// The function that a mailbox is usually for, as ids of functions in order of
// likelihood, ';' between: "help" gives "support;customer-support;...".  Empty if
// none.
struct str names_functions(struct str local);
// Domains at which anybody has an address: gmail.com, gmx.de.
bool names_public_domain(struct str domain);

#endif
