// The other model that could tell who would word it so: interpolated Kneser-Ney.
#include <stdio.h>
int bench_kneser_placeholder(void);
int bench_kneser_placeholder(void)
{
	return 0;
}
