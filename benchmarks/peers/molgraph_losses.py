"""The losses of MolGraph-xLSTM: of the task, contrastive, and of the balance of the experts."""

from dataclasses import dataclass
from typing import Optional

import torch
import torch.nn.functional as F
from torch import Tensor

from molgraph_batch import Batch

TEMPERATURE = 0.07


@dataclass(frozen=True)
class Spread:
    """How the standardised training labels of a regression lie: median and largest of the distances between any two."""

    threshold: float
    range: float

    @staticmethod
    def of(labels: Tensor) -> "Spread":
        distances = (labels[:, None] - labels[None, :]).abs().flatten()
        return Spread(distances.median().item(), distances.max().item())


def contrast_classes(z: Tensor, y: Tensor) -> Tensor:
    """Supervised contrastive loss of z (B x D) with itself as second view; only the first copy of an anchor is left out."""
    s = (z @ z.t() / TEMPERATURE).repeat(1, 2)
    own = torch.eye(len(z), 2 * len(z), dtype=torch.bool)
    log_p = s - s.masked_fill(own, -torch.inf).logsumexp(1, keepdim=True)
    positive = (y[:, None] == y[None, :]).repeat(1, 2) & ~own
    return -((log_p * positive).sum(1) / positive.sum(1)).mean()


def contrast_values(z: Tensor, y: Tensor, spread: Spread) -> Tensor:
    """The same for a regression: near labels attract by how near they are, all repel by how far."""
    distance = (y[:, None] - y[None, :]).abs()
    own = torch.eye(len(z), dtype=torch.bool)
    positive = (distance <= spread.threshold) & ~own
    s = z @ z.t() / TEMPERATURE
    far = (distance - spread.threshold) / (spread.range - spread.threshold)
    log_p = s - (s + far).masked_fill(own, -torch.inf).logsumexp(1, keepdim=True)
    weight = torch.where(positive, (spread.threshold - distance) / spread.threshold, 0)
    count = positive.sum(1)
    some = count > 0
    return -((weight * log_p).sum(1)[some] / count[some]).mean()


def loss(model, batch: Batch, spread: Optional[Spread]) -> Tensor:
    """All losses of a batch; spread is None for classification. Labels of a regression are standardised."""
    vectors = model.encoder(batch)
    answers, balances = zip(*(mixture(f) for mixture, f in zip(model.mixtures, vectors)))
    z = [F.normalize(contrast(f), p=1, dim=-1) for contrast, f in zip(model.contrasts, vectors)]
    task_losses, contrasts = [], []
    for t in range(batch.labels.shape[1]):
        rows = batch.labels[:, t].isfinite().nonzero().flatten()
        if not len(rows):
            continue
        y = batch.labels[:, t].index_select(0, rows)
        distance = F.binary_cross_entropy_with_logits if spread is None else F.mse_loss
        task_losses.append(sum(distance(a[:, t].index_select(0, rows), y) for a in answers))
        if y.sum() != 0:
            of = [v.index_select(0, rows) for v in z]
            contrasts.append(sum(contrast_classes(v, y) if spread is None else contrast_values(v, y, spread) for v in of))
    total = sum(task_losses) / batch.labels.shape[1] + sum(balances)
    return total + sum(contrasts) / len(contrasts) if contrasts else total


def train_step(model, adam: torch.optim.Optimizer, batch: Batch, spread: Optional[Spread]) -> Tensor:
    """One step; returns the loss before it."""
    adam.zero_grad()
    value = loss(model, batch, spread)
    value.backward()
    adam.step()
    return value.detach()
