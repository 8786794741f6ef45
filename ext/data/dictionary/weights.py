"""What training adds to the costs: the lines that train_morphemes.c writes, made into arrays."""
import numpy

import image

FINAL_NUMBER = {'F': 0, 'L': 1, 'T': 2, 'N': 3}


class Weights:
    """Adds nothing until a file is read."""
    def __init__(self, path=None):
        self.morph, self.word, self.grid, self.table = {}, {}, {}, {}
        for line in open(path, encoding='utf8') if path else ():
            kind, *field = line.rstrip('\n').split('\t')
            if kind in ('morph', 'word'):
                (self.morph if kind == 'morph' else self.word)[field[0]] = int(field[1])
            else:
                self.grid.setdefault(kind, []).append(tuple(map(int, field)))

    def entry(self, surface, morphs):
        """What is added to the cost of a dictionary word."""
        names = [f'{form}/{tag}' for form, tag in morphs]
        whole = '+'.join([surface, *names]) if len(morphs) > 1 else None
        return sum(self.morph.get(name, 0) for name in names) + self.word.get(whole, 0)

    def noun(self, tag, used, length):
        """What is added to the cost of a noun for how often it is used (0 to 9) and its length."""
        if 'noun' not in self.table:
            self.table['noun'] = {field[:3]: field[3] for field in self.grid.get('noun', ())}
        return self.table['noun'].get((image.TAG_NUMBER[tag], used, min(length, 7)), 0)

    def matrix(self, left_names, right_names, right_final):
        """What is added to the connection costs: [space][left][right]. right_final[name] is how
        words of a right class end (F, L, T or N)."""
        lefts, rights = len(left_names), len(right_names)
        out = numpy.zeros((2, lefts, rights))
        left_tag = [self._tag(name, i) for i, name in enumerate(left_names)]
        right_tag = [self._tag(name, i) for i, name in enumerate(right_names)]
        tag_tag = numpy.zeros((2, len(image.TAGS) + 5, len(image.TAGS) + 5))
        for s, right, left, cost in self.grid.get('tag-tag', ()):
            tag_tag[s, right, left] = cost
        out += tag_tag[:, right_tag, :][:, :, left_tag].transpose(0, 2, 1)
        part = numpy.zeros((2, rights, len(image.TAGS) + 5))
        for s, right, left, cost in self.grid.get('right-tag', ()):
            part[s, right, left] = cost
        out += part[:, :, left_tag].transpose(0, 2, 1)
        part = numpy.zeros((2, lefts, len(image.TAGS) + 5))
        for s, left, right, cost in self.grid.get('left-tag', ()):
            part[s, left, right] = cost
        out += part[:, :, right_tag]
        for s, left, right, cost in self.grid.get('left-right', ()):
            out[s, left, right] += cost
        part = numpy.zeros((2, lefts, 4))
        for s, left, end, cost in self.grid.get('left-final', ()):
            part[s, left, end] = cost
        out += part[:, :, [FINAL_NUMBER[right_final.get(name, 'N')] for name in right_names]]
        return out

    @staticmethod
    def _tag(name, number):
        """The number of the tag that a class stands for; a boundary counts from behind the tags."""
        tag = name.split('/')[0].split(':')[0]
        tag = {'UNKNOWN': 'NNP', 'JAMO': 'IC'}.get(tag, tag)
        return image.TAG_NUMBER[tag] if tag in image.TAG_NUMBER else len(image.TAGS) + number

    def column(self, kind, size):
        """One of 'length', 'first', 'final', as a list of `size` costs."""
        out = [0] * size
        for _, _, i, cost in self.grid.get(kind, ()):
            if i < size:
                out[i] = cost
        return out
