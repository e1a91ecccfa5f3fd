#include "text/feature.h"

#include <string.h>

#include "text/concept.h"
#include "text/stem.h"

#define SIGN (UINT32_C(1) << 31)
enum { RADIX_BITS = 10, RADIX = 1 << RADIX_BITS };

static uint64_t mix(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 29;
	h *= 0x9e3779b97f4a7c15u;
	return h ^ (h >> 32);
}

static uint64_t hash_word(struct str concept)
{
	return str_hash(concept, 1);
}

uint32_t feature_of_word(struct str concept)
{
	return (uint32_t)hash_word(concept) & (FEATURE_LETTERS - 1);
}

static void add(struct feature_bag *bag, uint64_t hash, uint32_t base)
{
	bag->keys = arena_more(bag->arena, bag->keys, bag->key_count, &bag->keys_room,
		sizeof *bag->keys);
	const uint32_t bucket = base + ((uint32_t)hash & (FEATURE_LETTERS - 1));
	bag->keys[bag->key_count++] = bucket | (hash >> 63 ? SIGN : 0);
}

// The groups of letters of one word with its ends marked: "<sign>" gives <sig sign ign>.
static void add_letters(struct feature_bag *bag, struct str word)
{
	uint32_t c[WORD_MAX + 2];
	size_t n = 0;
	c[n++] = '<';
	for (size_t at = 0; at < word.len;)
		c[n++] = utf8_next(word, &at);
	c[n++] = '>';
	const size_t last = n > FEATURE_GROUP ? n - FEATURE_GROUP : 0;
	for (size_t i = 0; i <= last; i++) {
		uint64_t hash = 0;
		for (size_t j = i; j < i + FEATURE_GROUP && j < n; j++)
			hash = hash * 0x2545f4914f6cdd1du + c[j] + 1;
		add(bag, mix(hash), FEATURE_LETTERS);
	}
}

// Adds one part of a word; returns its hash, for the pair with the next.
static uint64_t add_part(
	struct feature_bag *bag, struct str folded, enum tongue tongue, uint64_t before)
{
	char room[WORD_MAX];
	const bool digits = byte_is_digit(folded.at[0]);
	if (!digits && !stop_of(folded))
		add_letters(bag, folded);
	const uint64_t hash =
		hash_word(concept_of(stem_of(room, folded, tongue), tongue));
	add(bag, hash, 0);
	if (before)
		add(bag, mix(before * 3 + hash), 0);
	return hash | 1; // never 0, which means that there is no neighbour
}

static uint64_t add_word(
	struct feature_bag *bag, struct str word, enum tongue tongue, uint64_t before)
{
	char room[WORD_MAX];
	const struct str folded = word_fold(word, room);
	struct str tight = { room, 0 }; // 2,000 is 2000
	for (size_t i = 0; i < folded.len; i++)
		if (folded.at[i] != ',')
			room[tight.len++] = folded.at[i];
	struct str part;
	while (str_split(&tight, '-', &part))
		if (part.len)
			before = add_part(bag, part, tongue, before);
	return before;
}

// Two passes of ten bits each over the buckets; the sign travels along.
static void sort_keys(struct feature_bag *bag)
{
	while (bag->spare_room < bag->keys_room)
		bag->spare = arena_more(bag->arena, bag->spare, bag->spare_room,
			&bag->spare_room, sizeof *bag->spare);
	for (unsigned shift = 0; shift < 2 * RADIX_BITS; shift += RADIX_BITS) {
		uint32_t starts[RADIX + 1] = { 0 };
		for (size_t i = 0; i < bag->key_count; i++)
			starts[(bag->keys[i] >> shift & (RADIX - 1)) + 1]++;
		for (size_t i = 0; i < RADIX; i++)
			starts[i + 1] += starts[i];
		for (size_t i = 0; i < bag->key_count; i++)
			bag->spare[starts[bag->keys[i] >> shift & (RADIX - 1)]++] =
				bag->keys[i];
		uint32_t *const swap = bag->keys;
		bag->keys = bag->spare;
		bag->spare = swap;
	}
}

static void merge_keys(struct feature_bag *bag)
{
	sort_keys(bag);
	bag->count = 0;
	for (size_t i = 0; i < bag->key_count;) {
		const uint32_t bucket = bag->keys[i] & ~SIGN;
		int32_t count = 0;
		for (; i < bag->key_count && (bag->keys[i] & ~SIGN) == bucket; i++)
			count += bag->keys[i] & SIGN ? -1 : 1;
		if (!count)
			continue;
		bag->at = arena_more(
			bag->arena, bag->at, bag->count, &bag->room, sizeof *bag->at);
		bag->at[bag->count++] = (struct feature){ bucket, count };
	}
}

void features_of(struct feature_bag *bag, struct str text, enum tongue tongue,
	const struct span *hidden, size_t hidden_count)
{
	struct word w;
	uint64_t before = 0;
	bag->key_count = 0;
	for (size_t at = 0, h = 0; word_next(text, &at, &w);) {
		while (h < hidden_count && hidden[h].to <= w.span.from)
			h++;
		const bool hides = h < hidden_count && hidden[h].from < w.span.to;
		if (hides) {
			before = 0;
			at = hidden[h].to > at ? hidden[h].to : at;
		} else {
			before = add_word(bag, word_cut(text, w), tongue, before);
		}
	}
	merge_keys(bag);
}
