"""Time Tracker's standard network in eager PyTorch, and its times: the peer that Trivium's own pre-training step is timed against.

Written from the equations with an eye on speed: queries, keys and values by one product and turned together as complex numbers, torch's
own causal attention, tokens sorted by expert once a layer so that an expert computes only its own, Adam as torch gives it. Nothing is
compiled, and every gradient is autograd's. Letters: B series, N patches, T = B N tokens, P points, Q levels, d width, E private experts.

    taskset -c 0 python timetracker.py                    one JSON line
    python timetracker.py --profile
    python timetracker.py --check                         sorted experts against all experts on all tokens; causality

Inputs are random numbers, 64 batches in memory that take turns, so that the experts' shares of a step vary as they do in training; no
drawing, hiding, scaling or batching is timed, all of which are part of Trivium's own step.
"""

import argparse
import itertools
import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import Tensor, nn

PATCH = 24
LEVELS = [0.025, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.975]


def uniform(*shape: int, fan_in: int) -> nn.Parameter:
    return nn.Parameter(torch.empty(*shape).uniform_(-(fan_in**-0.5), fan_in**-0.5))


class Norm(nn.Module):
    """Root mean square over d; two ways to compute it, of which the faster one is the standard."""

    def __init__(self, d: int, by: str):
        super().__init__()
        self.weight, self.by = nn.Parameter(torch.ones(d)), by

    def forward(self, x: Tensor) -> Tensor:
        if self.by == "torch":
            return F.rms_norm(x, (x.shape[-1],), self.weight, 1e-6)
        return x * (torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6)) * self.weight


class Attention(nn.Module):
    """Causal attention over the patches of one series, rotary positions in neighbouring pairs of channels."""

    def __init__(self, d: int, heads: int, positions: int):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(d, 3 * d), nn.Linear(d, d)
        self.same, self.cross = nn.Parameter(torch.zeros(heads)), nn.Parameter(torch.zeros(heads))  # between variates: unused here
        pairs = d // heads // 2
        angles = torch.arange(positions)[:, None] * 10000.0 ** (-torch.arange(pairs) / pairs)
        self.register_buffer("turns", torch.polar(torch.ones_like(angles), angles)[:, None, None])  # (N, 1, 1, pairs)

    def forward(self, x: Tensor, series: int) -> Tensor:
        """(T, d) to the same."""
        qkv = self.qkv(x).view(series, -1, 3, self.heads, x.shape[1] // self.heads)
        qk, v = qkv.split((2, 1), 2)
        qk = torch.view_as_real(torch.view_as_complex(qk.unflatten(-1, (-1, 2))) * self.turns[: qkv.shape[1]]).flatten(-2)
        q, k = qk.transpose(1, 3).unbind(2)
        y = F.scaled_dot_product_attention(q, k, v.squeeze(2).transpose(1, 2), is_causal=True)
        return self.out(y.transpose(1, 2).reshape(x.shape))


class Experts(nn.Module):
    """One shared expert and E private ones, of which each token asks the k nearest."""

    def __init__(self, d: int, hidden: int, experts: int, chosen: int):
        super().__init__()
        self.chosen = chosen
        self.shared1, self.shared2 = nn.Linear(d, hidden), nn.Linear(hidden, d)
        self.centroids = uniform(experts, d, fan_in=d)
        self.w1, self.b1 = uniform(experts, hidden, d, fan_in=d), uniform(experts, hidden, fan_in=d)
        self.w2, self.b2 = uniform(experts, d, hidden, fan_in=hidden), uniform(experts, d, fan_in=hidden)
        self.register_buffer("balance", torch.zeros(experts))
        self.load = torch.zeros(experts)

    def route(self, x: Tensor) -> tuple:
        s = torch.sigmoid(x @ self.centroids.T)
        experts = torch.topk(s.detach() + self.balance, self.chosen, 1, sorted=False).indices
        gates = s.gather(1, experts)
        return gates / gates.sum(1, keepdim=True), experts

    def forward(self, x: Tensor) -> Tensor:
        gates, experts = self.route(x)
        numbers = experts.flatten()
        order = numbers.argsort()
        token = order // self.chosen
        self.load = torch.bincount(numbers, minlength=len(self.w1))
        parts = x.index_select(0, token).split(self.load.tolist())
        own = torch.cat([F.linear(F.gelu(F.linear(part, w1, b1)), w2, b2)
                         for part, w1, b1, w2, b2 in zip(parts, self.w1.unbind(), self.b1.unbind(), self.w2.unbind(), self.b2.unbind())])
        shared = self.shared2(F.gelu(self.shared1(x)))
        return shared.index_add(0, token, own * gates.flatten().index_select(0, order)[:, None])

    def plain(self, x: Tensor) -> Tensor:
        """The same from the equation: every expert on every token."""
        gates, experts = self.route(x)
        every = torch.stack([F.linear(F.gelu(F.linear(x, w1, b1)), w2, b2) for w1, b1, w2, b2 in zip(self.w1, self.b1, self.w2, self.b2)], 1)
        picked = every.gather(1, experts[:, :, None].expand(-1, -1, x.shape[1]))
        return self.shared2(F.gelu(self.shared1(x))) + (picked * gates[:, :, None]).sum(1)

    @torch.no_grad()
    def rebalance(self, gamma: float) -> None:
        c = self.load.float()
        self.balance += gamma * torch.sign(c.mean() - c)


class Layer(nn.Module):
    def __init__(self, a: argparse.Namespace):
        super().__init__()
        self.norm1, self.attention = Norm(a.width, a.norm), Attention(a.width, a.heads, a.patches)
        self.norm2, self.experts = Norm(a.width, a.norm), Experts(a.width, a.hidden, a.experts, a.chosen)

    def forward(self, h: Tensor, series: int) -> Tensor:
        h = h + self.attention(self.norm1(h), series)
        return h + self.experts(self.norm2(h))


class TimeTracker(nn.Module):
    def __init__(self, a: argparse.Namespace):
        super().__init__()
        self.embedding = nn.Linear(2 * PATCH, a.width)
        self.layers = nn.ModuleList(Layer(a) for _ in range(a.layers))
        self.norm, self.head = Norm(a.width, a.norm), nn.Linear(a.width, (1 + len(LEVELS)) * PATCH)

    def forward(self, x: Tensor) -> Tensor:
        """(B, N, 2 P) to (B, N, 1 + Q, P)."""
        h = self.embedding(x.flatten(0, 1))
        for layer in self.layers:
            h = layer(h, x.shape[0])
        return self.head(self.norm(h)).view(*x.shape[:2], 1 + len(LEVELS), PATCH)


def loss_of(predictions: Tensor, target: Tensor, clamped: Tensor, weight: Tensor, levels: Tensor) -> Tensor:
    """target, clamped, weight (B, N, P); levels (Q, 1)."""
    error = target.unsqueeze(2) - predictions[:, :, 1:]
    pinball = torch.maximum(error * levels, error * (levels - 1)).mean(2)
    square = (clamped - predictions[:, :, 0]).square()
    return ((2 * pinball + 0.05 * square) * weight).sum()


def inputs(a: argparse.Namespace) -> tuple:
    x = torch.randn(a.batch, a.patches, 2 * PATCH)
    x[..., PATCH:] = (torch.rand(a.batch, a.patches, PATCH) < 0.9).float()
    x[..., :PATCH] *= x[..., PATCH:]
    target = torch.randn(a.batch, a.patches, PATCH)
    return x, target, target.clamp(-6, 6), torch.full_like(target, 1 / target.numel())


def measure(a: argparse.Namespace) -> dict:
    torch.manual_seed(2025)
    model = TimeTracker(a)
    kind = {"loop": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}[a.adam]
    adam = torch.optim.Adam(model.parameters(), 1.5e-3, betas=(0.9, 0.99), **kind)
    batches = itertools.cycle([inputs(a) for _ in range(a.batches)])
    levels = torch.tensor(LEVELS)[:, None]
    parameters = [p for p in model.parameters()]

    def step() -> None:
        x, *targets = next(batches)
        adam.zero_grad()
        loss_of(model(x), *targets, levels).backward()
        nn.utils.clip_grad_norm_(parameters, 1)
        adam.step()
        for layer in model.layers:
            layer.experts.rebalance(2e-3)

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
            for _ in range(5):
                step()
        print(profile.key_averages().table(sort_by="self_cpu_time_total", row_limit=25), file=sys.stderr)
    return {"implementation": "pytorch-eager", "torch": torch.__version__, "setting": f"standard-{a.patches}", "mode": "train",
            "batch": a.batch, "parameters": sum(p.numel() for p in parameters), "threads": a.threads, "adam": a.adam, "norm": a.norm,
            "warm_up": a.warm_up, "runs": a.runs, "median_ms": round(times[len(times) // 2], 3), "p10_ms": round(times[len(times) // 10], 3),
            "min_ms": round(times[0], 3), "processor_ms": round(processor / 1e6 / a.runs, 1)}


def check(a: argparse.Namespace) -> None:
    torch.manual_seed(1)
    model = TimeTracker(a).double()
    experts = model.layers[0].experts
    x = torch.randn(50, a.width).double()
    assert torch.allclose(experts(x), experts.plain(x), rtol=0, atol=1e-12)
    both = Norm(a.width, "torch").double()(x), Norm(a.width, "parts").double()(x)
    assert torch.allclose(*both, rtol=0, atol=1e-12)
    batch = inputs(argparse.Namespace(batch=2, patches=9))[0].double()
    other = batch.clone()
    other[:, 5:] += 1
    one, two = model(batch), model(other)
    assert torch.equal(one[:, :5], two[:, :5]) or torch.allclose(one[:, :5], two[:, :5], rtol=0, atol=1e-12)
    assert not torch.allclose(one[:, 5:], two[:, 5:], rtol=0, atol=1e-3)
    print("sorted experts are those of the equation, both norms agree, later patches change no earlier prediction")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, value in {"batch": 16, "patches": 64, "width": 128, "layers": 4, "heads": 4, "experts": 4, "chosen": 2, "hidden": 256,
                        "batches": 64, "threads": 1, "warm-up": 10, "runs": 60}.items():
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--adam", choices=["loop", "foreach", "fused"], default="fused")
    parser.add_argument("--norm", choices=["torch", "parts"], default="parts")
    parser.add_argument("--profile", action="store_true", help="where five steps spend their time, to the error stream")
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    torch.set_num_threads(a.threads)
    if a.check:
        check(a)
        return 0
    print(json.dumps(measure(a)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
