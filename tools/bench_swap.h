// bench_swap: the parts of the benchmark.
#ifndef TOOLS_BENCH_SWAP_H
#define TOOLS_BENCH_SWAP_H

int bench_corpus(void);
int bench_rows(void);
struct corpus;
void bench_evidence(const struct corpus *c);
void bench_kneser(const struct corpus *c);
void bench_pairs(const struct corpus *c);
void bench_halves(const struct corpus *c);

#endif
