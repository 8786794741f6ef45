"""Connection classes: what a word shows to its neighbours.

mecab-ko-dic has 2,686 left and 3,816 right contexts, most of them rare. Ours are fewer than 800 a
side: a morpheme listed in classes.tsv has a class of its own, the others share one by tag (a
proper noun also by being a name of a person or a place) and, to the right, by how the word ends:
in a vowel (F), in ㄹ (L), in another consonant (T), or not in Hangul (N).
"""
import lexicon

# Right classes that no word has: the start of a text, and the left neighbour of a word that is
# analysed by itself: a space, a digit, another letter, a closing bracket or quotation mark.
BOUNDARIES = ('BOS', 'ALONE', 'AFTER_DIGIT', 'AFTER_LETTER', 'AFTER_CLOSE')
# Left classes that no word has: the end of a sentence, and the end of a word analysed by itself.
ENDS = ('EOS', 'ALONE')


def read_table(path):
    """The lines of a table that are neither empty nor a comment, split at tabs."""
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line and not line.startswith('#'):
            yield line.split('\t')


class Classes:
    def __init__(self, path):
        self.own = {(form, tag) for tag, forms in read_table(path) for form in forms.split()}
        self.left, self.right = {}, {}
        for name in ENDS:
            self.left[name] = len(self.left)
        for name in BOUNDARIES:
            self.right[name] = len(self.right)

    def _number(self, table, name):
        return table.setdefault(name, len(table))

    def left_name(self, morph, sem=''):
        form, tag = morph
        if morph in self.own:
            return f'{tag}/{form}'
        return f'{tag}:{sem}' if sem and tag == 'NNP' else tag

    def right_name(self, morph, surface, sem=''):
        if morph in self.own:
            return f'{morph[1]}/{morph[0]}'
        return self.left_name(morph, sem) + '/' + lexicon.final(surface[-1])

    def of(self, entry):
        """(left class, right class) of an Entry."""
        single = len(entry.morphs) == 1
        left = self.left_name(entry.morphs[0], entry.sem if single else '')
        right = self.right_name(entry.morphs[-1], entry.surface, entry.sem if single else '')
        return self._number(self.left, left), self._number(self.right, right)

    def named(self, left, right):
        return self._number(self.left, left), self._number(self.right, right)
