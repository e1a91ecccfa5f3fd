#!/usr/bin/env python3
"""scikit-learn on the sentences that `bench_swap speed` uses: the same kind of features, the same cosine.

    build/bench_swap sentences 200000 | tools/bench_sklearn.py

The last 300 lines are the questions.  Words 1-2 and groups of four letters within words, hashed, sublinear tf-idf, each
of unit length and half of the whole; the answer is the sparse product, of which the four best are kept.  Says "skipped"
where scikit-learn is not installed.
"""
import sys
import time

QUESTIONS = 300
BEST = 4


def main():
    try:
        import numpy
        import scipy.sparse
        import sklearn
        from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
    except ImportError as missing:
        print(f"skipped: {missing}")
        return
    lines = sys.stdin.read().splitlines()
    texts, questions = lines[:-QUESTIONS], lines[-QUESTIONS:]
    how = {"n_features": 1 << 19, "norm": None, "alternate_sign": True}
    kinds = [HashingVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b", **how),
             HashingVectorizer(analyzer="char_wb", ngram_range=(4, 4), **how)]
    start = time.process_time()
    parts, asked = [], []
    for kind in kinds:
        weigh = TfidfTransformer(sublinear_tf=False)
        counts = kind.transform(texts)
        counts.data = numpy.sign(counts.data) * (1 + numpy.log(numpy.maximum(numpy.abs(counts.data), 1)))
        parts.append(weigh.fit_transform(counts) * 0.5 ** 0.5)
        asked.append((kind, weigh))
    matrix = scipy.sparse.hstack(parts).tocsr()
    indexed = time.process_time() - start
    print(f"  scikit-learn {sklearn.__version__}: {len(texts)} sentences indexed in {indexed:.1f} s of processor, "
          f"{len(texts) / indexed:.0f} a second")
    turned = matrix.T.tocsr()
    for run in range(3):
        start = time.process_time()
        rows = []
        for kind, weigh in asked:
            counts = kind.transform(questions)
            counts.data = numpy.sign(counts.data) * (1 + numpy.log(numpy.maximum(numpy.abs(counts.data), 1)))
            rows.append(weigh.transform(counts) * 0.5 ** 0.5)
        product = scipy.sparse.hstack(rows).tocsr() @ turned
        for i in range(QUESTIONS):
            row = product.getrow(i)
            if row.nnz > BEST:
                numpy.argpartition(row.data, -BEST)[-BEST:]
        print(f"  {QUESTIONS} claims: {time.process_time() - start:.2f} s of processor")


if __name__ == "__main__":
    main()
