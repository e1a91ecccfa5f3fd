// stat: numbers in, estimates out; every method names its source.
#ifndef STAT_STAT_H
#define STAT_STAT_H

#include "base/base.h"
#include "stat/compare.h"
#include "stat/estimate.h"
#include "stat/interval.h"
#include "stat/shrink.h"
#include "stat/special.h"
#include "stat/words.h"

#endif
