// say: figures and names of the web as they stand in its sentences.
#ifndef WEB_SAY_H
#define WEB_SAY_H

#include "stat/stat.h"
#include "web/result.h"

struct str say_strength(struct arena *a, double x); // ".06", "1.00"; "0" below .005
struct str say_rough(struct arena *a, double x);    // ".1": one place; "0" below .05
/*
 * What was observed of a link, as it stands in tables and pictures: ".06", ".1" where it
 * is veiled.  "0" is exactly nothing; something is never "0", however little: "<.01",
 * "<.1".
 */
struct str say_label(struct arena *a, const struct web_link *link);
// "0 to .15", one place where it is veiled; empty without interval.
struct str say_range(struct arena *a, const struct web_link *link);
struct str say_percent(struct arena *a, double share); // "81%"
struct str say_node(struct arena *a, const struct web *web, uint32_t node);
// "“Win plants” (value 900k)"
struct str say_aim(struct arena *a, const struct web_aim *aim);
// "A, B and C"
struct str say_names(
	struct arena *a, const struct web *web, const uint32_t *nodes, size_t count);
struct str say_ends(struct arena *a, const struct web *web, size_t link); // "A - B"

// "about an eighth of what", "as much as", "twice what": before "the traffic of both
// predicts".  The nearest of a list of fractions and multiples.
struct str say_amount(struct arena *a, double ratio);
double say_amount_ratio(double ratio); // what those words mean
struct str say_level(double needed);   // the same of a needed strength: exact
/*
 * What was exchanged, against what is predicted; what pulls its strength down; what `who`
 * (a name, or nothing) needs; the figures.  Begins in lower case, ends without a full
 * stop.  Keeps to what the veil leaves.
 */
void say_contact(struct buf *out, struct arena *a, const struct web *w,
	const struct web_link *l, struct str who, double needed);

void say_links(struct web *web, struct arena *a);
void say_nodes(struct web *web, struct arena *a);
void say_aims(struct web *web, struct arena *a);
void say_circle(struct web *web, struct arena *a);
void say_choice(struct web *web, struct arena *a);

#endif
