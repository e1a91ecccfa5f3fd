// span: a range of bytes in a text.
#ifndef BASE_SPAN_H
#define BASE_SPAN_H

#include <stdint.h>

// Half open: [from, to).  Texts end at 64 MiB, so 32 bits are enough.
struct span {
	uint32_t from;
	uint32_t to;
};

#endif
