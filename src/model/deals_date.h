// deals_date: the dates of one export while it is not yet clear which number is the day;
// private to model.
#ifndef MODEL_DEALS_DATE_H
#define MODEL_DEALS_DATE_H

#include "base/base.h"

/*
 * All date columns of one file are written in one order.  Until a cell proves which
 * (25/11/2025), a date that could be both is kept as a negative number; dates_settle
 * turns it into a day, or into no date where nothing proved anything.
 */
struct dates {
	enum date_order order; // known so far, from candor.yaml or from a cell
	bool told;	       // candor.yaml said so
	struct str proof;      // the first cell that proved it, and its row
	uint32_t proof_row;
	struct str against; // the first cell that proves the opposite
	uint32_t against_row;
	struct str unsure; // the first cell that could be both
	uint32_t unsure_row;
	size_t unsure_count;
	struct str bad; // the first cell that is no date
	uint32_t bad_row;
	size_t bad_count;
	struct arena *arena; // of the quoted cells
	char last[10];	     // the last ISO day read, which is often the next one too
	struct date last_day;
};

struct date dates_read(struct dates *d, struct str cell, uint32_t row);
// Turns what is still open in `days` into dates, once the file has been read.
void dates_settle(const struct dates *d, struct date *days, size_t count);
// Whether dates were left open: nothing told the order, or cells contradict each other.
bool dates_open(const struct dates *d);

#endif
