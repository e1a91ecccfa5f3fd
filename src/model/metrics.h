// metrics: which values belong to which objective.
#ifndef MODEL_METRICS_H
#define MODEL_METRICS_H

#include "model/records.h"
#include "model/source.h"

/*
 * A row belongs to an objective that it names by id, by its words or by its metric; where
 * it names a metric, too, the objective's must be called the same or be blank.  A row
 * without an objective belongs to every objective whose metric it names.
 */
bool metric_is_of(const struct metric *m, const struct objective *o);

/*
 * Values that belong to no objective are counted and noted at their source with the first
 * names and what to do; nothing is left out.  Once records are settled.  O(rows).
 */
void metrics_settle(const struct records *r, struct source *sources, struct arena *a);

// A value with as many places behind the point, and in percent if `how` is.
struct str figure_words(struct arena *a, double value, struct figure how);
// How a number of a file without a word on it is written: 1.12 with two places.
struct figure figure_plain(double value);

#endif
