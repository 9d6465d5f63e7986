"""FGATT in eager PyTorch, and its times: the peer that Trivium's own FGATT is timed against.

Written from the equations with an eye on speed: all windows, steps, heads and nodes at once, the attention over time by torch's own
kernel, the one over nodes either as a product with N x N matrices or over gathered neighbours, Adam as torch gives it. Nothing is
compiled, and every gradient is autograd's. Letters: B batch, T steps, N nodes, K neighbours with oneself, H heads, d width.

    taskset -c 0 python fgatt.py                          one JSON line, of the faster way to sum over neighbours
    python fgatt.py --nodes 400 --batch 4 --profile

Inputs are random numbers in memory, with their graphs; no data loading, masking, interpolation or graph building is timed, all of
which are part of Trivium's own step.
"""

import argparse
import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class GraphAttention(nn.Module):
    """Attention over the K neighbours of every node, with the membership as a prior."""

    def __init__(self, d: int, heads: int, dropout: float, sum_by: str):
        super().__init__()
        self.heads, self.sum_by = heads, sum_by
        self.norm = nn.LayerNorm(d)
        self.value = nn.Linear(d, d, bias=False)
        self.own = nn.Parameter(torch.randn(heads, d // heads) * 0.1)
        self.other = nn.Parameter(torch.randn(heads, d // heads) * 0.1)
        self.prior = nn.Parameter(torch.ones(heads))
        self.visible = nn.Parameter(torch.zeros(heads))
        self.out = nn.Linear(d, d)
        self.dropout = nn.Dropout(dropout)

    def weights(self, v: Tensor, index: Tensor, log_s: Tensor, seen: Tensor) -> Tensor:
        """v (B, T, N, H, d/H), index and log_s (B, N, K), seen (B, T, N): softmax over the neighbours, (B, T, N, K, H)."""
        batch = torch.arange(v.shape[0])[:, None, None]
        own, other = (v * self.own).sum(-1), (v * self.other).sum(-1)
        picked = other.transpose(1, 2)[batch, index].permute(0, 3, 1, 2, 4)
        e = F.leaky_relu(own[:, :, :, None] + picked, 0.2)
        e = e + (self.prior * log_s[..., None])[:, None] + self.visible * seen.transpose(1, 2)[batch, index].permute(0, 3, 1, 2)[..., None]
        return self.dropout(torch.softmax(e, 3))

    def dense(self, v: Tensor, index: Tensor, log_s: Tensor, seen: Tensor) -> Tensor:
        alpha = self.weights(v, index, log_s, seen).permute(0, 1, 4, 2, 3)
        nodes = v.shape[2]
        matrix = alpha.new_zeros(*alpha.shape[:3], nodes, nodes)
        matrix = matrix.scatter(4, index[:, None, None].expand_as(alpha), alpha)
        return (matrix @ v.permute(0, 1, 3, 2, 4)).permute(0, 1, 3, 2, 4).flatten(3)

    def gathered(self, v: Tensor, index: Tensor, log_s: Tensor, seen: Tensor) -> Tensor:
        alpha = self.weights(v, index, log_s, seen)
        batch = torch.arange(v.shape[0])[:, None]
        nodes_first = v.transpose(1, 2)
        total = 0
        for k in range(index.shape[2]):
            total = total + nodes_first[batch, index[:, :, k]].transpose(1, 2) * alpha[:, :, :, k, :, None]
        return total.flatten(3)

    def forward(self, h: Tensor, index: Tensor, log_s: Tensor, seen: Tensor) -> Tensor:
        v = self.value(self.norm(h)).unflatten(3, (self.heads, -1))
        g = (self.dense if self.sum_by == "dense" else self.gathered)(v, index, log_s, seen)
        return h + self.dropout(self.out(F.leaky_relu(g, 0.2)))


class TimeLayer(nn.Module):
    """A Transformer encoder layer, normalised first."""

    def __init__(self, d: int, heads: int, hidden: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.qkv, self.out = nn.Linear(d, 3 * d, bias=False), nn.Linear(d, d)
        self.linear1, self.linear2 = nn.Linear(d, hidden), nn.Linear(hidden, d)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h: Tensor) -> Tensor:
        """(B N, T, d) to the same."""
        q, k, v = self.qkv(self.norm1(h)).unflatten(2, (3, self.heads, -1)).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).flatten(2)
        h = h + self.dropout(self.out(y))
        return h + self.dropout(self.linear2(F.relu(self.linear1(self.norm2(h)))))


class Fgatt(nn.Module):
    def __init__(self, nodes: int, time_steps: int, d: int, heads: int, hidden: int, layers: int, dropout: float, sum_by: str):
        super().__init__()
        self.input = nn.Linear(5, d, bias=False)
        self.node = nn.Parameter(torch.randn(nodes, d) * 0.02)
        self.step = nn.Parameter(torch.randn(time_steps, 1, d) * 0.02)
        self.space = nn.ModuleList(GraphAttention(d, heads, dropout, sum_by) for _ in range(layers))
        self.time = nn.ModuleList(TimeLayer(d, heads, hidden, dropout) for _ in range(layers))
        self.norm, self.linear1, self.linear2 = nn.LayerNorm(d), nn.Linear(d, d), nn.Linear(d, 1)

    def forward(self, u: Tensor, filled: Tensor, index: Tensor, log_s: Tensor) -> Tensor:
        """u (B, T, N, 5), filled (B, T, N): estimates (B, T, N)."""
        batch, steps, nodes, _ = u.shape
        h = self.input(u) + self.node + self.step
        for space, over_time in zip(self.space, self.time):
            h = space(h, index, log_s, u[..., 2])
            rows = over_time(h.transpose(1, 2).reshape(batch * nodes, steps, -1))
            h = rows.unflatten(0, (batch, nodes)).transpose(1, 2)
        return filled + self.linear2(F.relu(self.linear1(self.norm(h))))[..., 0]


def inputs(a: argparse.Namespace) -> dict:
    u, filled = torch.randn(a.batch, a.steps, a.nodes, 5), torch.randn(a.batch, a.steps, a.nodes)
    u[..., 2] = (u[..., 2] > 0).float()
    others = torch.rand(a.batch, a.nodes, a.nodes)
    others.diagonal(dim1=1, dim2=2).fill_(2)
    s, index = others.topk(min(a.neighbours, a.nodes - 1) + 1, dim=2)
    return {"u": u, "filled": filled, "index": index, "log_s": torch.log(s.clamp_max(1) + 1e-6)}


def measure(a: argparse.Namespace, sum_by: str) -> dict:
    torch.manual_seed(2025)
    model = Fgatt(a.nodes, a.steps, a.width, a.heads, 2 * a.width, a.layers, a.dropout, sum_by)
    adam = torch.optim.Adam(model.parameters(), 1e-3)
    batch = inputs(a)
    target, weight = torch.randn_like(batch["filled"]), torch.rand_like(batch["filled"])
    weight /= weight.sum()

    def step() -> None:
        adam.zero_grad()
        ((model(**batch) - target).abs() * weight).sum().backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5)
        adam.step()

    for _ in range(a.warm_up):
        step()
    times = []
    processor = time.process_time_ns()
    for _ in range(a.runs):
        start = time.perf_counter_ns()
        step()
        times.append((time.perf_counter_ns() - start) / 1e6)
    processor = time.process_time_ns() - processor
    times.sort()
    if a.profile:
        with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as profile:
            step()
        print(profile.key_averages().table(sort_by="self_cpu_time_total", row_limit=25), file=sys.stderr)
    return {"implementation": "pytorch-eager-" + sum_by, "torch": torch.__version__, "setting": setting(a), "mode": "train", "batch": a.batch,
            "threads": a.threads, "warm_up": a.warm_up, "runs": a.runs, "median_ms": round(times[len(times) // 2], 1), "min_ms": round(times[0], 1), "processor_ms": round(processor / 1e6 / a.runs, 1)}


def setting(a: argparse.Namespace) -> str:
    return f"{a.nodes}x{a.steps}-width-{a.width}"


def check() -> None:
    """Both ways to sum give one result."""
    a = argparse.Namespace(batch=2, steps=4, nodes=7, neighbours=3)
    torch.manual_seed(1)
    batch = {k: v.double() if v.is_floating_point() else v for k, v in inputs(a).items()}
    model = Fgatt(7, 4, 8, 2, 16, 2, 0.0, "dense").double()
    one = model(**batch)
    for layer in model.space:
        layer.sum_by = "gathered"
    assert torch.allclose(one, model(**batch), rtol=0, atol=1e-12)
    print("dense and gathered agree")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, value in {"nodes": 100, "batch": 32, "steps": 24, "width": 64, "heads": 4, "layers": 2, "neighbours": 10, "threads": 1,
                        "warm-up": 2, "runs": 8}.items():
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--sum", nargs="+", choices=["dense", "gathered"], default=["dense", "gathered"])
    parser.add_argument("--profile", action="store_true", help="where a step spends its time, to the error stream")
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    if a.check:
        check()
        return 0
    lines = sorted((measure(a, sum_by) for sum_by in a.sum), key=lambda line: line["median_ms"])
    print(json.dumps({**lines[0], "slower_ms": [line["median_ms"] for line in lines[1:]]}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
