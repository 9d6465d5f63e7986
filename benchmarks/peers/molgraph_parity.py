"""Compares the eager MolGraph-xLSTM with ../shared/parity/molgraph_xlstm.json in float64. Run: python molgraph_eager.py --check."""

import json
import math
import os
from pathlib import Path
from typing import Iterable, Optional

import torch
from torch import Tensor, nn

from molgraph_batch import ATOM_SIZES, BOND_SIZES, MOTIF_SIZES, Batch, Molecule, Packing
from molgraph_eager import SETTINGS, Encoder, Mixture, MolGraphXLstm, Setting, optimizer
from molgraph_losses import Spread, contrast_classes, contrast_values, loss, train_step
from molgraph_xlstm_layers import MLstm, XLstm

LIMIT = 1e-9


class Report:
    """Prints one line a check and remembers whether all of them held."""

    def __init__(self):
        self.failed = 0

    def bound(self, what: str, error: float, limit: float):
        held = error <= limit  # not a number fails
        self.failed += not held
        print(f"{'ok  ' if held else 'FAIL'} {what}: {error:.2e} (at most {limit:.0e})")

    def near(self, what: str, got: Tensor, expected: list[float]):
        """The file has ten digits of each number, so the error of a number above 1 is relative to it."""
        true = torch.tensor(expected)
        self.bound(what, ((got.detach().flatten() - true).abs() / true.abs().clamp(min=1)).max().item(), LIMIT)


class Values:
    """The deterministic numbers of the parity file: one formula, a counter that goes up with each tensor."""

    def __init__(self):
        self.counter = 0

    def __call__(self, *shape: int, scale: float = 0.3, offset: float = 0.0) -> Tensor:
        self.counter += 1
        k = torch.arange(1, math.prod(shape) + 1, dtype=torch.float64)
        return (offset + scale * torch.sin(0.37 * k + 1.7 * self.counter)).reshape(shape)

    def into(self, *tensors: Tensor, offset: float = 0.0):
        with torch.no_grad():
            for tensor in tensors:
                tensor.copy_(self(*tensor.shape, offset=offset))

    def linear(self, layer: nn.Linear):
        self.into(layer.weight, layer.bias)

    def norm(self, layer: nn.LayerNorm):
        self.into(layer.weight, offset=1.0)
        self.into(layer.bias)

    def skip(self, shapes: Iterable[tuple[int, ...]]):
        """Numbers of parameters that reach nothing and that this peer does not have."""
        for shape in shapes:
            self(*shape)

    def stack(self, x: XLstm):
        s, m = x.slstm, x.mlstm
        self.into(x.norm1.weight, s.conv.weight, s.conv.bias, *s.weight.unbind(0), s.recurrent, s.bias, s.norm.weight)
        self.into(x.norm2.weight, x.feed.up, x.feed.down)
        self.into(x.norm3.weight, m.up, m.conv.weight, m.conv.bias, m.query, m.key, m.value)
        self.into(m.input_gate, m.input_bias, m.forget_gate, m.forget_bias, m.norm.weight, m.skip, m.down)
        self.into(x.norm4.weight)

    def encoder(self, e: Encoder):
        d, g = e.read.out_features, e.graph
        self.into(*g.atoms.weight.split(ATOM_SIZES), *g.bonds.weight.split(BOND_SIZES), g.virtual)
        for conv in g.convs:
            self.linear(conv[0])
            self.norm(conv[1])
            self.linear(conv[3])
        self.skip([(2 * d, d), (2 * d,), (2 * d,), (2 * d,), (d, 2 * d), (d,)])
        for projection in g.projections:
            self.linear(projection)
        self.skip([(d // 2, d), (d // 2,)])
        for norm in g.norms:
            self.norm(norm)
        self.skip([(d,)] * 4)
        for node in g.virtuals:
            self.linear(node[0])
            self.norm(node[1])
            self.linear(node[3])
            self.norm(node[4])
        self.skip([(d, d), (d,), (d,), (d,)] * 2)
        self.stack(e.atom_stack)
        self.stack(e.motif_stack)
        self.into(*e.motifs.weight.split(MOTIF_SIZES))
        if e.set2set is None:
            self.skip([(4 * d, 2 * d), (4 * d, d), (4 * d,), (4 * d,), (d, 2 * d), (d,)])
        else:
            lstm = e.set2set.lstm
            self.into(lstm.weight_ih, lstm.weight_hh, lstm.bias_ih, lstm.bias_hh)
        self.linear(e.read)


def check_stack(report: Report, expected: dict):
    for gelu in (False, True):
        values, packing = Values(), Packing([expected["seq"]])
        x = values(expected["seq"], expected["D"], scale=1.0)
        stack = XLstm(expected["D"], gelu)
        values.stack(stack)
        name = f"slstm_block_{'gelu' if gelu else 'relu'}"
        report.near(name, stack.first(x, packing), expected[name])
        if not gelu:
            report.near("mlstm_block", stack.second(x, packing), expected["mlstm_block"])
            report.near("stack_relu", stack(x, packing), expected["stack_relu"])


def check_packing(report: Report):
    """Sequences together give what each gives alone."""
    lengths = [1, 9, 3, 30, 2, 12, 1]
    stack, packing = XLstm(32, True), Packing(lengths)
    with torch.no_grad():
        for parameter in stack.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    x = torch.randn(sum(lengths), 32)
    alone = torch.cat([stack(part, Packing([len(part)])) for part in x.split(lengths)])
    report.near("sequences together as alone", stack(x, packing), alone.flatten().tolist())


def batch_of(parity: dict, names: list[str]) -> Batch:
    known = {m["smiles"]: m for m in parity["featurisation"]}
    chosen = [known[name] for name in names]
    return Batch.of([Molecule.of(m["atoms"], m["bonds"], m["motif_features"], [0.0]) for m in chosen])


def check_encoder(report: Report, parity: dict):
    expected, batch = parity["encoder"], batch_of(parity, parity["encoder"]["batch"])
    for mode in ("classification", "regression"):
        s = Setting(expected["dims"], 4, 4, power=expected["power"], regression=mode == "regression")
        encoder = Encoder(s).eval()
        Values().encoder(encoder)
        atoms = encoder.graph(batch)
        report.near(f"{mode} h_graph", atoms, expected["h_graph"])
        if encoder.set2set is not None:
            report.near("set2set", encoder.set2set(atoms, batch.atom_packing), expected["set2set"])
        for name, got in zip(("f_out", "f_atom", "f_motif", "f_graph"), encoder(batch)):
            report.near(f"{mode} {name}", got, expected[mode][name])


def check_mixture(report: Report, name: str, heads: int, experts: int, expected: dict):
    values, mixture = Values(), Mixture(16, heads, experts, 2)
    values.linear(mixture.query)
    values.linear(mixture.key)
    values.into(mixture.router, mixture.w1, mixture.w3)
    values.linear(mixture.out)
    x = values(3, 16, scale=1.0)
    report.near(f"{name} input", x, expected["input"])
    for training in (True, False):
        out, balance = mixture.train(training)(x)
        report.near(f"{name} {'train' if training else 'eval'}", out, expected["out_train" if training else "out_eval"])
        report.near(f"{name} balance", balance, [expected["aux"]])


def check_losses(report: Report, parity: dict):
    expected, values = parity["contrastive"], Values()
    z = values(6, 8, scale=1.0)
    z = z / z.abs().sum(-1, keepdim=True)
    report.near("contrastive z", z, expected["z"])
    report.near("contrastive, classes", contrast_classes(z, torch.tensor(expected["labels"])), [expected["supcon_cls"]])
    y = values(6, scale=2.0)
    report.near("contrastive y", y, expected["y_reg"])
    report.near("contrastive, values", contrast_values(z, y, Spread(expected["T"], expected["M"])), [expected["supcon_reg"]])
    cell = parity["mlstm_cell"]
    q, k, v = (values(6, 4, scale=1.0) for _ in range(3))
    i, f = values(6, scale=3.0), values(6, scale=3.0)
    report.near("mlstm_cell", MLstm.cell(q, k, v, i, f), cell["h"])


def check_gradients(report: Report, parity: dict):
    """Every parameter has a gradient, that of finite differences; a step lowers the loss."""
    torch.manual_seed(1)
    batch = batch_of(parity, [m["smiles"] for m in parity["featurisation"]])
    labels = torch.linspace(-1.5, 1.7, batch.labels.numel()).reshape(batch.labels.shape)
    batch = Batch(**{**batch.__dict__, "labels": labels})
    model = MolGraphXLstm(Setting(8, 4, 4, power=2, dropout=0.0))
    spread = Spread.of(labels.flatten())
    loss(model, batch, spread).backward()
    missing = [name for name, p in model.named_parameters() if p.grad is None]
    report.bound(f"parameters without a gradient {missing}", len(missing), 0)
    worst = 0.0
    for parameter in model.parameters():
        at = parameter.grad.abs().argmax().item()
        slope = difference(lambda: loss(model, batch, spread).item(), parameter, at)
        worst = max(worst, abs(slope - parameter.grad.flatten()[at].item()) / max(1e-3, abs(slope)))
    report.bound("gradients against finite differences, relative", worst, 1e-4)
    adam = optimizer(model, 1e-3)
    first = train_step(model, adam, batch, spread)
    for _ in range(20):
        last = train_step(model, adam, batch, spread)
    report.bound("loss after 20 steps, of the first", (last / first).item(), 0.95)


def difference(value, parameter: Tensor, at: int) -> float:
    with torch.no_grad():
        flat = parameter.view(-1)
        kept, sides = flat[at].item(), []
        for step in (1e-6, -1e-6):
            flat[at] = kept + step
            sides.append(value())
        flat[at] = kept
    return (sides[0] - sides[1]) / 2e-6


def parity_file() -> Path:
    shared = os.environ.get("TRIVIUM_SHARED") or Path(__file__).resolve().parents[2].parent / "shared"
    return Path(shared) / "parity" / "molgraph_xlstm.json"


def check(path: Optional[str]) -> int:
    """Runs every check; 0 if all held, else 1."""
    file = Path(path) if path else parity_file()
    if not file.is_file():
        print(f"parity file must exist, got {file}")
        return 1
    parity = json.loads(file.read_text(encoding="utf-8"))
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)
    report = Report()
    check_stack(report, parity["xlstm"])
    check_packing(report)
    check_encoder(report, parity)
    check_mixture(report, "moe_H4_E4", 4, 4, parity["moe_H4_E4"])
    check_mixture(report, "moe_H8_E2", 8, 2, parity["moe_H8_E2"])
    check_losses(report, parity)
    check_gradients(report, parity)
    for name, setting in SETTINGS.items():
        with torch.device("meta"):
            model = MolGraphXLstm(setting)
        print(f"     {name}: {sum(p.numel() for p in model.parameters()):,} parameters")
    print("all checks held" if not report.failed else f"{report.failed} checks failed")
    return 1 if report.failed else 0
