#include "morph/posterior.h"

#include <string.h>

/* How much more than the cheapest chain the cheapest one through a node may cost. Up to NEAR all
** chains through the node are summed, over nodes that are NEAR themselves; up to FAR the cheapest one
** stands for all; nodes beyond that are not looked at. Thresholds on x->p lie below FAR. */
enum { NEAR = 8 * KO_NAT, FAR = 15 * KO_NAT };

/* Entry i: KO_NAT * ln(1 + exp(-(4i + 2) / KO_NAT)), rounded: what a second way that costs about 4i
** more takes off the cost of the first. */
static const uint8_t gain[] = {
    207, 205, 203, 201, 199, 197, 195, 193, 191, 190, 188, 186, 184, 182, 180, 179, 177, 175, 173,
    171, 170, 168, 166, 165, 163, 161, 160, 158, 156, 155, 153, 152, 150, 148, 147, 145, 144, 142,
    141, 139, 138, 136, 135, 133, 132, 131, 129, 128, 126, 125, 124, 122, 121, 120, 118, 117, 116,
    114, 113, 112, 111, 109, 108, 107, 106, 105, 104, 102, 101, 100, 99,  98,  97,  96,  95,  93,
    92,  91,  90,  89,  88,  87,  86,  85,  84,  83,  82,  81,  80,  79,  79,  78,  77,  76,  75,
    74,  73,  72,  71,  71,  70,  69,  68,  67,  67,  66,  65,  64,  63,  63,  62,  61,  60,  60,
    59,  58,  58,  57,  56,  56,  55,  54,  54,  53,  52,  52,  51,  50,  50,  49,  49,  48,  47,
    47,  46,  46,  45,  44,  44,  43,  43,  42,  42,  41,  41,  40,  40,  39,  39,  38,  38,  37,
    37,  36,  36,  36,  35,  35,  34,  34,  33,  33,  33,  32,  32,  31,  31,  31,  30,  30,  29,
    29,  29,  28,  28,  28,  27,  27,  27,  26,  26,  26,  25,  25,  25,  24,  24,  24,  23,  23,
    23,  22,  22,  22,  22,  21,  21,  21,  21,  20,  20,  20,  20,  19,  19,  19,  19,  18,  18,
    18,  18,  17,  17,  17,  17,  16,  16,  16,  16,  16,  15,  15,  15,  15,  15,  14,  14,  14,
    14,  14,  14,  13,  13,  13,  13,  13,  13,  12,  12,  12,  12,  12,  12,  11,  11,  11,  11,
    11,  11,  11,  10,  10,  10,  10,  10,  10,  10,  10,  9,   9,   9,   9,   9,   9,   9,   9,
    8,   8,   8,   8,   8,   8,   8,   8,   8,   8,   7,   7,   7,   7,   7,   7,   7,   7,   7,
    7,   7,   6,   6,   6,   6,   6,   6,   6,   6,   6,   6,   6,   6,   5,   5,   5,   5,   5,
    5,   5,   5,   5,   5,   5,   5,   5,   5,   5,   4,   4,   4,   4,   4,   4,   4,   4,   4,
    4,   4,   4,   4,   4,   4,   4,   4,   4,   4,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   2,   2,
    2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,
    2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   1,   1,
    1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
    1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
    1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
    1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
    1,   1,   1,   1,   1,
};

int32_t ko_either(int32_t a, int32_t b) {
  int32_t less = a < b ? a : b, more = a < b ? b : a, i = (more - less) / 4;
  return i < (int32_t)sizeof gain ? less - gain[i] : less;
}

void ko_posterior_init(ko_posterior *x, const ko_mem *mem) {
  memset(x, 0, sizeof *x);
  x->mem = mem;
}

void ko_posterior_free(ko_posterior *x) {
  if (!x->mem) return;
  ko_free(x->mem, x->p);
  ko_free(x->mem, x->forward);
  ko_free(x->mem, x->backward);
  ko_free(x->mem, x->near);
  ko_posterior_init(x, x->mem);
}

static int32_t step(const ko_lattice *l, unsigned right, const ko_node *node) {
  return ko_connect(l->model, right, node->left, node->space) + node->cost;
}

static int32_t first_before(const ko_lattice *l, const ko_node *node, size_t *before) {
  *before = ko_lattice_before(l, node->start);
  return *before ? l->ends[*before] : -1;
}

/* Collect the near nodes in x->near, the last one first, and at its end those that are only not FAR,
** *n_between of them. What a node is beyond the cheapest chain goes
** to x->p, KO_NEVER if it is FAR. x->backward is used for the cheapest way from a node to the end. */
static size_t find_near(ko_posterior *x, const ko_lattice *l, size_t end, size_t *n_between) {
  int32_t limit = l->cost + FAR;
  size_t n = 0, between = 0, before;
  for (size_t i = 0; i < l->n; i++) x->p[i] = x->backward[i] = KO_NEVER;
  for (int32_t a = end ? l->ends[end] : -1; a >= 0; a = l->node[a].next_end)
    x->backward[a] = ko_connect(l->model, l->node[a].right, l->left_boundary, 0);
  for (size_t i = l->n; i-- > 0;) {
    const ko_node *node = &l->node[i];
    const int16_t *row;
    int32_t rest = x->backward[i], a;
    if (node->total + rest > limit) continue;
    x->p[i] = node->total + rest - l->cost;
    if (x->p[i] <= NEAR)
      x->near[n++] = (int32_t)i;
    else
      x->near[l->n - between++] = (int32_t)i;
    row = l->model->matrix[node->space] + (size_t)node->left * l->model->n_right;
    rest += node->cost;
    for (a = first_before(l, node, &before); a >= 0; a = l->node[a].next_end) {
      int32_t through = rest + row[l->node[a].right];
      if (through < x->backward[a]) x->backward[a] = through;
    }
  }
  *n_between = between;
  return n;
}

int ko_posterior_run(ko_posterior *x, const ko_lattice *l) {
  size_t end = ko_lattice_before(l, l->to - l->from), n, n_between, before;
  int32_t all = KO_NEVER;
  if (ko_grow(x->mem, &x->p, &x->cap_p, l->n + 1, sizeof *x->p) ||
      ko_grow(x->mem, &x->forward, &x->cap_forward, l->n + 1, sizeof *x->p) ||
      ko_grow(x->mem, &x->backward, &x->cap_backward, l->n + 1, sizeof *x->p) ||
      ko_grow(x->mem, &x->near, &x->cap_near, l->n + 1, sizeof *x->near))
    return -1;
  n = find_near(x, l, end, &n_between);
  if (n == l->n_path) return 0; /* one chain: all that is left to add up */
  for (size_t k = n; k-- > 0;) {
    int32_t i = x->near[k], sum = KO_NEVER, a;
    const ko_node *node = &l->node[i];
    a = first_before(l, node, &before);
    if (before == 0) sum = step(l, l->right_boundary, node);
    for (; a >= 0; a = l->node[a].next_end)
      if (x->p[a] <= NEAR) sum = ko_either(sum, x->forward[a] + step(l, l->node[a].right, node));
    x->forward[i] = sum;
    x->backward[i] = KO_NEVER;
  }
  for (int32_t a = end ? l->ends[end] : -1; a >= 0; a = l->node[a].next_end) {
    if (x->p[a] > NEAR) continue;
    x->backward[a] = ko_connect(l->model, l->node[a].right, l->left_boundary, 0);
    all = ko_either(all, x->forward[a] + x->backward[a]);
  }
  for (size_t k = 0; k < n; k++) {
    int32_t i = x->near[k];
    const ko_node *node = &l->node[i];
    for (int32_t a = first_before(l, node, &before); a >= 0; a = l->node[a].next_end)
      if (x->p[a] <= NEAR)
        x->backward[a] =
            ko_either(x->backward[a], x->backward[i] + step(l, l->node[a].right, node));
  }
  for (size_t k = 0; k < n_between; k++) x->p[x->near[l->n - k]] += l->cost - all;
  for (size_t k = 0; k < n; k++) {
    int32_t i = x->near[k], p = x->forward[i] + x->backward[i] - all;
    x->p[i] = p < 0 ? 0 : p; /* rounding */
  }
  return 0;
}
