// The kinds of tables named in meson.build, declared.
#ifndef MODEL_LIST_H
#define MODEL_LIST_H

#include "lists.h"
#include "model/record.h"

#define X(name) extern const struct record_kind record_##name;
RECORDS(X)
#undef X

#endif
