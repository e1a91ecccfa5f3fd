#include "base/near.h"

enum { WORD_MAX = 64 };

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t near_distance(struct str a, struct str b)
{
	size_t rows[3][WORD_MAX + 1];
	if (a.len > WORD_MAX || b.len > WORD_MAX)
		return SIZE_MAX;
	size_t *two = rows[0], *one = rows[1], *now = rows[2];
	for (size_t j = 0; j <= b.len; j++)
		two[j] = one[j] = j;
	for (size_t i = 1; i <= a.len; i++) {
		char x = byte_lower(a.at[i - 1]);
		now[0] = i;
		for (size_t j = 1; j <= b.len; j++) {
			char y = byte_lower(b.at[j - 1]);
			now[j] = least(
				least(one[j], now[j - 1]) + 1, one[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == byte_lower(b.at[j - 2]) &&
				y == byte_lower(a.at[i - 2]))
				now[j] = least(now[j], two[j - 2] + 1);
		}
		size_t *spare = two;
		two = one;
		one = now;
		now = spare;
	}
	return one[b.len];
}

void near_try(struct near *n, struct str known)
{
	size_t distance = near_distance(n->word, known);
	if (n->best.at && distance >= n->distance)
		return;
	n->best = known;
	n->distance = distance;
}

bool near_found(const struct near *n)
{
	size_t limit = n->word.len / 3;
	limit = limit < 1 ? 1 : limit > 3 ? 3 : limit;
	return n->best.at && n->distance <= limit && n->distance < n->word.len;
}
