// base: the ground floor, without libraries: text, memory, errors, days, money, files,
// threads.
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/map.h"
#include "base/money.h"
#include "base/near.h"
#include "base/random.h"
#include "base/span.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/work.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
