"""Featurised molecules from a file of Trivium's, and batches of them without padding, for the eager MolGraph-xLSTM.

The file has one JSON line for each molecule: {"smiles": ..., "labels": [number or null, ...], "atoms": [[11 integers], ...],
"bonds": [[from, to, 3 integers], ...], "motifs": [[12 integers], ...]}.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

ATOM_SIZES = [44, 11, 11, 11, 11, 11, 6, 6, 5, 2, 2]
BOND_SIZES = [4, 2, 6]
MOTIF_SIZES = [11, 6, 6, 6, 6, 2, 2, 11, 8, 8, 8, 2]
GROUP_RATIO = 0.6  # sequences in one table of attention are at least this share of the longest of them,
GROUP_SLACK = 4    # or shorter by at most this


def rows(features: list[list[int]], sizes: list[int]) -> Tensor:
    """Features of one kind as rows of one table that holds the tables of all of them one below the other."""
    starts = torch.tensor([0] + sizes[:-1]).cumsum(0)
    return torch.tensor(features, dtype=torch.long).reshape(-1, len(sizes)) + starts


@dataclass(frozen=True)
class Molecule:
    """What the network sees of a molecule, and its labels (NaN where missing)."""

    atoms: Tensor   # atoms x 11, rows of the joint table
    ends: Tensor    # 2 x edges: from and to, each bond in both directions
    bonds: Tensor   # edges x 3, rows of the joint table
    motifs: Tensor  # motifs x 12, rows of the joint table
    labels: Tensor  # tasks

    @staticmethod
    def of(atoms: list, bonds: list, motifs: list, labels: list) -> "Molecule":
        table = torch.tensor(bonds, dtype=torch.long).reshape(-1, 5)
        ends = torch.cat([table[:, :2], table[:, :2].flip(1)]).t()
        features = rows(table[:, 2:].tolist(), BOND_SIZES).repeat(2, 1)
        numbers = torch.tensor([float("nan") if y is None else y for y in labels], dtype=torch.float64)
        return Molecule(rows(atoms, ATOM_SIZES), ends, features, rows(motifs, MOTIF_SIZES), numbers)


def read(file: Path) -> list[Molecule]:
    """The molecules of the file, in its order."""
    with file.open(encoding="utf-8") as lines:
        rows_of = map(json.loads, lines)
        return [Molecule.of(m["atoms"], m["bonds"], m["motifs"], m["labels"]) for m in rows_of]


class Packing:
    """Sequences of different lengths, their tokens one after the other, and the other orders in which layers need them."""

    def __init__(self, lengths: list[int]):
        self.lengths = torch.tensor(lengths)
        self.count, self.tokens, self.longest = len(lengths), sum(lengths), max(lengths)
        self.owner = torch.repeat_interleave(torch.arange(self.count), self.lengths)
        offsets = self.lengths.cumsum(0) - self.lengths
        position = torch.arange(self.tokens) - offsets[self.owner]
        self.cell = self.owner * self.longest + position      # of a token in a padded (count x longest) table
        # Step by step, longest sequence first: at step t the first active[t] sequences still run.
        descending = torch.argsort(self.lengths, descending=True, stable=True)
        rank = torch.empty_like(descending)
        rank[descending] = torch.arange(self.count)
        self.by_step = torch.argsort(position * self.count + rank[self.owner])
        self.from_step = torch.argsort(self.by_step)
        self.active = torch.bincount(position, minlength=self.longest).tolist()
        self.squares, self.cells, self.cell_of = self.arrange(descending, offsets)
        # Tokens with three empty places before each sequence, for a causal convolution over 4.
        self.spaced = torch.arange(self.tokens) + 3 * (self.owner + 1)
        self.spaced_length = self.tokens + 3 * self.count

    def arrange(self, descending: Tensor, offsets: Tensor) -> tuple[list[tuple[int, int]], Tensor, Tensor]:
        """Tables of sequences of similar length: (rows, columns) of each, the token of each cell (one past the last token
        where there is none) and the cell of each token."""
        squares, cells, cell_of, done = [], [], torch.empty(self.tokens, dtype=torch.long), 0
        ordered, start = self.lengths[descending].tolist(), 0
        while start < self.count:
            longest, end = ordered[start], start
            while end < self.count and ordered[end] >= min(GROUP_RATIO * longest, longest - GROUP_SLACK):
                end += 1
            members, at = descending[start:end], torch.arange(longest)
            used = at < self.lengths[members][:, None]
            token = torch.where(used, offsets[members][:, None] + at, self.tokens).flatten()
            filled = used.flatten().nonzero().flatten()
            cell_of[token[filled]] = done + filled
            squares.append((end - start, longest))
            cells.append(token)
            done, start = done + len(token), end
        return squares, torch.cat(cells), cell_of

    def pad(self, tokens: Tensor, value: float = 0.0) -> Tensor:
        """(tokens x D) to (count x longest x D)."""
        table = tokens.new_full((self.count * self.longest, tokens.shape[-1]), value)
        return table.index_copy(0, self.cell, tokens).unflatten(0, (self.count, self.longest))

    def total(self, tokens: Tensor) -> Tensor:
        """(tokens x D) to its sums over each sequence."""
        return tokens.new_zeros(self.count, tokens.shape[-1]).index_add(0, self.owner, tokens)

    def largest(self, tokens: Tensor) -> Tensor:
        """(tokens x D) to its largest entries in each sequence."""
        return self.pad(tokens, -torch.inf).amax(1)


@dataclass(frozen=True)
class Batch:
    """Molecules one after the other. labels: molecules x tasks."""

    atoms: Tensor
    source: Tensor
    target: Tensor
    bonds: Tensor
    motifs: Tensor
    atom_packing: Packing
    motif_packing: Packing
    labels: Tensor

    @staticmethod
    def of(molecules: list[Molecule]) -> "Batch":
        counts = [len(m.atoms) for m in molecules]
        starts = torch.tensor([0] + counts[:-1]).cumsum(0)
        ends = torch.cat([m.ends + start for m, start in zip(molecules, starts)], dim=1)
        labels = torch.stack([m.labels for m in molecules]).to(torch.get_default_dtype())
        return Batch(torch.cat([m.atoms for m in molecules]), ends[0].contiguous(), ends[1].contiguous(),
                     torch.cat([m.bonds for m in molecules]), torch.cat([m.motifs for m in molecules]),
                     Packing(counts), Packing([len(m.motifs) for m in molecules]), labels)
