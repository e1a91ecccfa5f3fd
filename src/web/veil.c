#include "web/measure.h"
void web_veil(struct web *web)
{
	(void)web;
}
