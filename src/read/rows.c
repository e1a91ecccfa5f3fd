#include "read/rows.h"

static size_t frequency(const size_t *counts, size_t n, size_t count)
{
	size_t times = 0;
	for (size_t i = 0; i < n; i++)
		times += counts[i] == count;
	return times;
}

size_t rows_width(const size_t *counts, size_t n, size_t *agreeing)
{
	size_t width = 1;
	*agreeing = 0;
	for (size_t i = 0; i < n; i++) {
		size_t times = counts[i] > 1 ? frequency(counts, n, counts[i]) : 0;
		if (times > *agreeing || (times == *agreeing && counts[i] > width)) {
			*agreeing = times;
			width = counts[i];
		}
	}
	if (width > 1 && *agreeing * 5 >= n)
		return width;
	size_t single = frequency(counts, n, 1);
	if (single < *agreeing)
		return width;
	*agreeing = single;
	return 1;
}
