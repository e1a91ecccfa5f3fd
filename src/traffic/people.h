// people: directories of people, beyond what the workspace has loaded.
#ifndef TRAFFIC_PEOPLE_H
#define TRAFFIC_PEOPLE_H

#include "traffic/identity.h"

void people_add(struct identity *who, const struct person *p);
/*
 * Rows of a file that candor.yaml names for a function: those that its `where` picks, or
 * all.  What is missing, the file or its column, becomes a note.
 */
void people_of_file(struct identity *who, const struct said_function *f,
	struct str pattern, struct notes *notes);

#endif
