#!/usr/bin/env python3
"""Makes the benchmark's texts: Markdown of any length, with the vocabulary of real prose.

    texts.py LANGUAGE WORDS [--seed N] [-o FILE]

Words are drawn by Zipf's law with Mandelbrot's shift from a vocabulary made of the parts in languages.py: small words
first, then stems, then what is built from them. 230,000 English words (some 300 dense pages) hold 12,000 different ones.
The same language, number and seed give the same bytes.
"""

import argparse
import bisect
import itertools
import random
import sys

from languages import LANGUAGES

VOCABULARY = 11000
SHIFT = 2.7  # Mandelbrot's: flattens the first ranks, as prose does
WORDS_A_SECTION = 700


def vocabulary(language, generator):
    """Words by falling frequency; as many of VOCABULARY as the language's parts make."""
    small, stems = language["small"].split(), language["stems"].split()
    before, after = language["before"].split() or [""], language["after"].split()
    words = dict.fromkeys(small + stems)
    for _ in range(40 * VOCABULARY):
        if len(words) >= VOCABULARY:
            break
        word = generator.choice(stems)
        if generator.random() < language["compound"]:
            word += generator.choice(stems).lower()
        shape = generator.random()
        if shape < 0.35:
            word = generator.choice(before) + word.lower()
        if shape > 0.15:
            word += generator.choice(after)
        words[word] = None
    return list(words)


class Writer:
    """Draws words and makes sentences, paragraphs and sections of them."""

    def __init__(self, language, seed):
        self.language = language
        self.random = random.Random(seed)
        self.words = vocabulary(language, self.random)
        self.weights = list(itertools.accumulate(1 / (rank + SHIFT) for rank in range(len(self.words))))

    def word(self):
        if self.random.random() < 0.012:
            return str(self.random.randint(2, 2500))
        return self.words[bisect.bisect(self.weights, self.random.random() * self.weights[-1])]

    def sentence(self, count):
        space, (comma, stop, quote, unquote) = self.language["space"], self.language["marks"]
        parts = []
        for at in range(count):
            word = self.word()
            if at == 0:
                word = word[0].upper() + word[1:]
            if self.random.random() < 0.01:
                word = quote + word + unquote
            last = at + 1 == count
            parts.append(word + (stop if last else comma if self.random.random() < 0.07 else space))
        return "".join(parts)

    def paragraph(self):
        """Gives the text and the number of its words."""
        counts = [self.random.randint(6, 28) for _ in range(self.random.randint(2, 8))]
        return "".join(map(self.sentence, counts)).strip(), sum(counts)

    def blocks(self, total):
        """Yields (is_heading, text) until about `total` words are written."""
        written = section = 0
        while written < total:
            if written >= section:
                section += WORDS_A_SECTION
                yield True, self.sentence(4).strip(" .。।")
            text, count = self.paragraph()
            written += count
            yield False, text


def blocks(name, words, seed=1):
    return Writer(LANGUAGES[name], seed).blocks(words)


def markdown(name, words, seed=1):
    return "\n\n".join(("## " if is_heading else "") + text for is_heading, text in blocks(name, words, seed)) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=LANGUAGES)
    parser.add_argument("words", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output")
    arguments = parser.parse_args()
    text = markdown(arguments.language, arguments.words, arguments.seed)
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as file:
            file.write(text)
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
