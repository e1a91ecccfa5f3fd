// move_list: the rules named in meson.build, declared.
#ifndef WEB_MOVE_LIST_H
#define WEB_MOVE_LIST_H

#include "lists.h"
#include "web/move.h"

#define X(name) extern const struct move_rule move_rule_##name;
MOVE_RULES(X)
#undef X

#endif
