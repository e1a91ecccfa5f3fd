// say: figures and names of the web as they stand in its sentences.
#ifndef WEB_SAY_H
#define WEB_SAY_H

#include "web/result.h"

struct str say_strength(struct arena *a, double x);    // ".06", "1.00"
struct str say_rough(struct arena *a, double x);       // ".1": one place
struct str say_percent(struct arena *a, double share); // "81%"
struct str say_value(struct arena *a, double value);   // "50", "640k", "1.8M"
struct str say_node(struct arena *a, const struct web *web, uint32_t node);
struct str say_ends(struct arena *a, const struct web *web, size_t link); // "A - B"
// ".06 (.00 to .15)", "about .1 (0 to .2)", ".06" without interval.
struct str say_observed(struct arena *a, const struct web_link *link);
// "observed .06 (.00 to .15)", or that there was nothing.
struct str say_found(struct arena *a, const struct web_link *link);

void say_links(struct web *web, struct arena *a);
void say_nodes(struct web *web, struct arena *a);
void say_aims(struct web *web, struct arena *a);
void say_choice(struct web *web, struct arena *a);

#endif
