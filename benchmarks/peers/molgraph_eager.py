"""MolGraph-xLSTM in eager PyTorch: the peer that Trivium's own MolGraph-xLSTM is timed against.

Sun, Lu, Li, Jing, Leung, Hu, "MolGraph-xLSTM", arXiv 2501.18439, Communications Chemistry 8, 286 (2025).

Written from the equations, as one would write the architecture for research with an eye on speed: no token of padding is
computed except inside the mLSTM, the sLSTM does all molecules and heads of a step at once, an expert sees only the rows sent
to it; nothing is compiled, and every gradient is autograd's. Letters: B molecules, N atoms or motifs, D width, K heads of
the mixture, X experts, T tasks.

    python molgraph_eager.py --check    compares with ../shared/parity/molgraph_xlstm.json in float64
"""

import argparse
import math
import sys
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from molgraph_batch import ATOM_SIZES, BOND_SIZES, MOTIF_SIZES, Batch, Packing
from molgraph_xlstm_layers import XLstm


@dataclass(frozen=True)
class Setting:
    """Hyper-parameters. The width is power * num_dim; there are power graph layers, as further ones would reach nothing."""

    num_dim: int
    experts: int
    heads: int
    power: int = 4
    tasks: int = 1
    regression: bool = True
    dropout: float = 0.2

    @property
    def width(self) -> int:
        return self.power * self.num_dim


SETTINGS = {"width-128": Setting(32, 4, 4), "width-512": Setting(128, 8, 8)}


class Tables(nn.Module):
    """Sum of one embedding for each feature."""

    def __init__(self, sizes: list[int], width: int):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(sum(sizes), width))
        for table in self.weight.split(sizes):
            nn.init.xavier_uniform_(table)

    def forward(self, rows: Tensor) -> Tensor:
        return F.embedding_bag(rows, self.weight, mode="sum")


class GraphLayers(nn.Module):
    """Graph convolutions with a virtual node; the projections of all layers side by side."""

    def __init__(self, s: Setting):
        super().__init__()
        d = s.width
        self.atoms, self.bonds = Tables(ATOM_SIZES, d), Tables(BOND_SIZES, d)
        self.virtual = nn.Parameter(torch.zeros(1, d))
        self.convs = nn.ModuleList(
            nn.Sequential(nn.Linear(d, 2 * d), nn.LayerNorm(2 * d), nn.ReLU(), nn.Linear(2 * d, d)) for _ in range(s.power))
        self.projections = nn.ModuleList(nn.Linear(d, s.num_dim) for _ in range(s.power))
        self.norms = nn.ModuleList(nn.LayerNorm(d) for _ in range(s.power - 1))
        self.virtuals = nn.ModuleList(
            nn.Sequential(nn.Linear(d, d), nn.LayerNorm(d), nn.ReLU(), nn.Linear(d, d), nn.LayerNorm(d), nn.ReLU(),
                          nn.Dropout(s.dropout)) for _ in range(s.power - 1))

    @staticmethod
    def convolve(mlp: nn.Module, h: Tensor, bonds: Tensor, batch: Batch) -> Tensor:
        messages = F.relu(h.index_select(0, batch.source) + bonds) + 1e-7
        return mlp(h.index_add(0, batch.target, messages))

    def forward(self, batch: Batch) -> Tensor:
        owner, bonds = batch.atom_packing.owner, self.bonds(batch.bonds)
        virtual = self.virtual.expand(batch.atom_packing.count, -1)
        h = self.convolve(self.convs[0], self.atoms(batch.atoms) + self.virtual, bonds, batch)
        outputs = [self.projections[0](h)]
        for conv, projection, norm, node in zip(self.convs[1:], self.projections[1:], self.norms, self.virtuals):
            r = F.relu(norm(h))
            virtual = node(virtual.index_add(0, owner, r))
            h = self.convolve(conv, r + virtual.index_select(0, owner), bonds, batch) + h
            outputs.append(projection(h))
        return torch.cat(outputs, dim=-1)


class Set2Set(nn.Module):
    """Three steps of an LSTM that attends to the atoms of its molecule."""

    def __init__(self, width: int):
        super().__init__()
        self.lstm = nn.LSTMCell(2 * width, width)

    def forward(self, atoms: Tensor, packing: Packing) -> Tensor:
        padded = packing.pad(atoms)
        absent = torch.arange(packing.longest) >= packing.lengths[:, None]
        q = atoms.new_zeros(packing.count, 2 * atoms.shape[-1])
        h = c = atoms.new_zeros(packing.count, atoms.shape[-1])
        for _ in range(3):
            h, c = self.lstm(q, (h, c))
            share = (padded @ h.unsqueeze(-1)).squeeze(-1).masked_fill(absent, -torch.inf).softmax(-1)
            q = torch.cat([h, (share.unsqueeze(1) @ padded).squeeze(1)], dim=-1)
        return q


class Encoder(nn.Module):
    """A batch to the vectors of its molecules: joint, of the atoms, of the motifs, of the graph; each B x D."""

    def __init__(self, s: Setting):
        super().__init__()
        self.graph = GraphLayers(s)
        self.atom_stack, self.motif_stack = XLstm(s.width, s.regression), XLstm(s.width, s.regression)
        self.motifs = Tables(MOTIF_SIZES, s.width)
        self.set2set = None if s.regression else Set2Set(s.width)
        self.read = nn.Linear(s.width if s.regression else 2 * s.width, s.width)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        atoms = self.graph(batch)
        of_atoms = batch.atom_packing.largest(self.atom_stack(atoms, batch.atom_packing))
        of_motifs = batch.motif_packing.largest(self.motif_stack(self.motifs(batch.motifs), batch.motif_packing))
        pooled = batch.atom_packing.total(atoms) if self.set2set is None else self.set2set(atoms, batch.atom_packing)
        of_graph = self.read(pooled)
        return of_atoms + of_motifs + of_graph, of_atoms, of_motifs, of_graph


class Mixture(nn.Module):
    """Multi-head mixture of experts: each of K heads goes to its two likeliest experts while there is room in the molecule."""

    def __init__(self, width: int, heads: int, experts: int, tasks: int):
        super().__init__()
        self.heads, self.experts, self.part = heads, experts, width // heads
        self.query, self.key = nn.Linear(width, heads * width), nn.Linear(width, heads * width)
        self.router = nn.Parameter(torch.randn(width, experts))
        bound = 1 / math.sqrt(self.part)
        self.w1 = nn.Parameter(torch.empty(experts, width, self.part).uniform_(-bound, bound))
        self.w3 = nn.Parameter(torch.empty(experts, self.part, self.part).uniform_(-bound, bound))
        self.out = nn.Linear(width, tasks)

    def route(self, p: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """B x K x X probabilities to the chosen experts, their shares and whether there is room: each B x K x 2."""
        room = max(4, min(self.heads, int(self.heads * (1.25 if self.training else 2.0) / self.experts)))
        share, expert = p.topk(2, dim=-1)
        share = share / (share.sum(-1, keepdim=True) + 1e-9)
        first, second = F.one_hot(expert, self.experts).unbind(2)
        taken = first.sum(1, keepdim=True).clamp(max=room)
        rank1 = ((first.cumsum(1) - first) * first).sum(-1)
        rank2 = ((second.cumsum(1) - second + taken) * second).sum(-1)
        return expert, share, torch.stack([rank1, rank2], dim=-1) < room

    def forward(self, f: Tensor) -> tuple[Tensor, Tensor]:
        """B x D to predictions B x T and the balance loss."""
        q = self.query(f).unflatten(-1, (self.heads, -1))
        p = (self.key(f).unflatten(-1, (self.heads, -1)) @ self.router).softmax(-1)
        expert, share, room = self.route(p)
        density = F.one_hot(expert[..., 0], self.experts).to(p.dtype).mean(1)
        balance = 0.01 * self.experts ** 2 * (density * p.mean(1)).mean()
        return self.out(self.consult(q.flatten(0, 1), expert, share, room).view(f.shape)), balance

    def consult(self, q: Tensor, expert: Tensor, share: Tensor, room: Tensor) -> Tensor:
        """Sends each row of q (B K x D) to its experts: B K x D/K."""
        places = torch.where(room, expert, self.experts).flatten()
        order = places.argsort(stable=True)
        counts = torch.bincount(places, minlength=self.experts + 1).tolist()[:-1]
        order = order[:sum(counts)]
        rows = order // 2
        sent = q.index_select(0, rows).split(counts)
        answers = torch.cat([F.relu(x @ w1) @ w3 for x, w1, w3 in zip(sent, self.w1, self.w3)])
        answers = answers * share.flatten().index_select(0, order).unsqueeze(-1)
        return q.new_zeros(len(q), self.part).index_add(0, rows, answers)


class MolGraphXLstm(nn.Module):
    """Encoder, four mixtures and four projections of the contrastive losses, in the order joint, atoms, motifs, graph."""

    def __init__(self, s: Setting):
        super().__init__()
        self.encoder = Encoder(s)
        self.mixtures = nn.ModuleList(Mixture(s.width, s.heads, s.experts, s.tasks) for _ in range(4))
        self.contrasts = nn.ModuleList(
            nn.Sequential(nn.Linear(s.width, s.width), nn.ReLU(), nn.Linear(s.width, s.width)) for _ in range(4))

    def forward(self, batch: Batch) -> Tensor:
        """The prediction, B x T: that of the joint vector only."""
        return self.mixtures[0](self.encoder(batch)[0])[0]


def optimizer(model: nn.Module, rate: float = 2e-4, **loop: bool) -> torch.optim.Adam:
    """Adam with weight decay added to the gradient. loop: foreach=True or fused=True; torch's own choice without."""
    return torch.optim.Adam(model.parameters(), lr=rate, weight_decay=1e-4, **loop)


def main() -> int:
    """Runs the checks; 0 if all held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", required=True, help="compare with the parity file in float64")
    parser.add_argument("--parity", help="parity file; by default ../shared/parity/molgraph_xlstm.json beside the repository")
    arguments = parser.parse_args()
    from molgraph_parity import check
    return check(arguments.parity)


if __name__ == "__main__":
    sys.exit(main())
