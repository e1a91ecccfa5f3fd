// move_list: the rules named in meson.build, declared.
#ifndef VALUE_MOVE_LIST_H
#define VALUE_MOVE_LIST_H

#include "lists.h"
#include "value/move.h"

#define X(name) extern const struct move_rule move_rule_##name;
MOVE_RULES(X)
#undef X

#endif
