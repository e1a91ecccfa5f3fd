// bench_swap: the parts of the benchmark.
#ifndef TOOLS_BENCH_SWAP_H
#define TOOLS_BENCH_SWAP_H

int bench_corpus(void);
int bench_rows(void);

#endif
