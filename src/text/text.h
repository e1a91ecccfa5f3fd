// text: sentences, words, names and numbers of English and German prose.
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "text/alias.h"
#include "text/background.h"
#include "text/common.h"
#include "text/concept.h"
#include "text/feature.h"
#include "text/lexicon.h"
#include "text/list.h"
#include "text/number.h"
#include "text/split.h"
#include "text/stem.h"
#include "text/stop.h"
#include "text/word.h"

#endif
