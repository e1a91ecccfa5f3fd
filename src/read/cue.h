// cue: captions with times, as WebVTT and SRT write them, becoming speech.
#ifndef READ_CUE_H
#define READ_CUE_H

#include "read/speech.h"

/*
 * Reads the cues of source into doc: W3C WebVTT (https://www.w3.org/TR/webvtt1/) and SRT
 * alike.  NOTE blocks become metas "note", header lines metas of their names; STYLE and
 * REGION blocks, cue settings and tags are left out.  ERROR_FORMAT when there are words
 * but no cue.
 */
bool cue_read(struct str source, struct doc *doc, struct error *err);
bool cue_sniff(struct str bytes); // begins like WebVTT, or has a line of two times early

#endif
