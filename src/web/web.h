// web: which functions work together, which should, and which two or three to work on.
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "web/called.h"
#include "web/checklist.h"
#include "web/kind.h"
#include "web/order.h"
#include "web/result.h"
#include "web/say.h"
#include "web/standing.h"

#endif
