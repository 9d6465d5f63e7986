"""The xLSTM stack of MolGraph-xLSTM over packed sequences, in eager PyTorch, from its equations.

Letters: N tokens of all sequences, D width, h heads, d width of a head, E inner width of the mLSTM, S longest sequence.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from molgraph_batch import Packing

HEADS = 4
KERNEL = 4
BLOCK = 4


class Norm(nn.Module):
    """Layer norm over each of some equal parts of the last axis with gain 1 + w and no bias."""

    def __init__(self, width: int, parts: int = 1):
        super().__init__()
        self.parts = parts
        self.weight = nn.Parameter(torch.zeros(width))

    def forward(self, x: Tensor) -> Tensor:
        if self.parts == 1:
            return F.layer_norm(x, x.shape[-1:], 1 + self.weight)
        parts = x.unflatten(-1, (self.parts, -1))  # faster than group_norm
        return F.layer_norm(parts, parts.shape[-1:]).flatten(-2) * (1 + self.weight)


class CausalConv(nn.Module):
    """Depthwise convolution of each sequence with its own past."""

    def __init__(self, width: int):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(width, KERNEL).uniform_(-0.5, 0.5))
        self.bias = nn.Parameter(torch.empty(width).uniform_(-0.5, 0.5))

    def forward(self, x: Tensor, packing: Packing) -> Tensor:
        spaced = x.new_zeros(packing.spaced_length, x.shape[1]).index_copy(0, packing.spaced, x)
        # Row r of the sum below belongs to the spaced row r + 3.
        rows = packing.spaced_length - KERNEL + 1
        y = self.bias + spaced[:rows] * self.weight[:, 0]
        for k in range(1, KERNEL):
            y = torch.addcmul(y, spaced[k:k + rows], self.weight[:, k])
        return y.index_select(0, packing.spaced - KERNEL + 1)


class SLstm(nn.Module):
    """Scalar-memory LSTM: sigmoid forget gate in the log domain, exponential input gate, heads that do not see each other."""

    def __init__(self, width: int):
        super().__init__()
        d = width // HEADS
        self.conv = CausalConv(width)
        # gates i, f, z, o; heads; out; in
        self.weight = nn.Parameter(torch.randn(4, HEADS, d, d) * math.sqrt(2 / (5 * width)))
        self.recurrent = nn.Parameter(torch.zeros(HEADS, 4, d, d))
        self.bias = nn.Parameter(torch.zeros(HEADS, 4, d))
        with torch.no_grad():
            self.bias[:, 1] = 5 - 12 * (torch.arange(d) / max(1, d - 1)) ** 0.3
        self.norm = Norm(width, HEADS)

    def gates(self, u: Tensor, packing: Packing) -> Tensor:
        """What the input gives to the gates: h x N x 4d, token after token in the order of the steps."""
        c = F.silu(self.conv(u, packing))
        both = torch.stack([c, u]).index_select(1, packing.by_step)
        both = both.unflatten(-1, (HEADS, -1)).permute(0, 2, 1, 3).flatten(0, 1)           # 2h x N x d
        weight = self.weight.unflatten(0, (2, 2)).permute(0, 2, 4, 1, 3)                   # 2 x h x in x 2 x out
        given = torch.bmm(both, weight.flatten(3).flatten(0, 1)).unflatten(0, (2, HEADS))  # 2 x h x N x 2d
        return torch.cat([given[0], given[1]], dim=-1) + self.bias.flatten(1).unsqueeze(1)

    def forward(self, u: Tensor, packing: Packing) -> Tensor:
        recurrent = self.recurrent.flatten(1, 2).transpose(1, 2)                           # h x in x 4 out
        outputs, c, n, m, y = [], None, None, None, None
        for given in self.gates(u, packing).split(packing.active, dim=1):
            if y is None:
                i, _, z, o = given.chunk(4, dim=-1)
                c, n, m = torch.tanh(z), torch.ones_like(z), i
            else:
                rows = given.shape[1]
                if rows < y.shape[1]:
                    c, n, m, y = c[:, :rows], n[:, :rows], m[:, :rows], y[:, :rows]
                i, f, z, o = torch.baddbmm(given, y, recurrent).chunk(4, dim=-1)
                kept = m + F.logsigmoid(f)
                m = torch.maximum(i, kept).detach()  # c / n is the same for every m
                write, keep = torch.exp(i - m), torch.exp(kept - m)
                c = torch.addcmul(keep * c, write, torch.tanh(z))
                n = torch.addcmul(write, keep, n)
            y = torch.sigmoid(o) * c / n
            outputs.append(y)
        y = torch.cat(outputs, dim=1).transpose(0, 1).flatten(1)
        return self.norm(y.index_select(0, packing.from_step))


class FeedForward(nn.Module):
    """W_down( act(a) * b ) with [a; b] = W_up x."""

    def __init__(self, width: int, gelu: bool):
        super().__init__()
        inner = 64 * math.ceil(2 * width / 64)
        self.up = nn.Parameter(torch.randn(2 * inner, width) * math.sqrt(2 / (5 * width)))
        self.down = nn.Parameter(torch.randn(width, inner) / math.sqrt(width))
        self.act = F.gelu if gelu else F.relu

    def forward(self, x: Tensor) -> Tensor:
        a, b = F.linear(x, self.up).chunk(2, dim=-1)
        return F.linear(self.act(a) * b, self.down)


class MLstm(nn.Module):
    """Matrix-memory LSTM in its parallel form, between an up and a down projection."""

    def __init__(self, width: int):
        super().__init__()
        e = 64 * math.ceil(2 * width / 64)
        small = math.sqrt(2 / (5 * width))
        self.up = nn.Parameter(torch.randn(2 * e, width) * small)
        self.conv = CausalConv(e)
        self.query, self.key, self.value = (
            nn.Parameter(torch.randn(e // BLOCK, BLOCK, BLOCK) * small) for _ in range(3))
        self.input_gate = nn.Parameter(torch.zeros(HEADS, 3 * e))
        self.input_bias = nn.Parameter(0.1 * torch.randn(HEADS))
        self.forget_gate = nn.Parameter(torch.zeros(HEADS, 3 * e))
        self.forget_bias = nn.Parameter(torch.linspace(3, 6, HEADS))
        self.norm = Norm(e, HEADS)
        self.skip = nn.Parameter(torch.ones(e))
        self.down = nn.Parameter(torch.randn(width, e) / math.sqrt(width))

    @staticmethod
    def blocks(x: Tensor, weight: Tensor) -> Tensor:
        return torch.einsum("nbi,boi->nbo", x.unflatten(-1, (-1, BLOCK)), weight).flatten(1)

    @staticmethod
    def cell(q: Tensor, k: Tensor, v: Tensor, i: Tensor, f: Tensor) -> Tensor:
        """q, k, v: ... x S x d; i, f: ... x S. The largest exponent of row t is L_t + max over s <= t of (i_s - L_s)."""
        sums = F.logsigmoid(f).cumsum(-1)
        given = i - sums
        top = given.cummax(-1).values
        future = torch.ones(q.shape[-2], q.shape[-2], dtype=torch.bool).triu(1)
        decay = (given.unsqueeze(-2) - top.unsqueeze(-1)).masked_fill(future, -torch.inf).exp()
        p = (q / math.sqrt(q.shape[-1])) @ k.transpose(-2, -1) * decay
        scale = torch.maximum(p.sum(-1).abs(), torch.exp(-sums - top)) + 1e-6
        return (p @ v) / scale.unsqueeze(-1)

    def mix(self, q: Tensor, k: Tensor, v: Tensor, packing: Packing) -> Tensor:
        qkv = torch.cat([q, k, v], dim=-1)
        gates = F.linear(qkv, torch.cat([self.input_gate, self.forget_gate]), torch.cat([self.input_bias, self.forget_bias]))
        sizes = [rows * columns for rows, columns in packing.squares]
        qkv, gates = (F.pad(x, (0, 0, 0, 1)).index_select(0, packing.cells).split(sizes) for x in (qkv, gates))
        results = []
        for (rows, columns), x, gate in zip(packing.squares, qkv, gates):
            heads = x.view(rows, columns, 3, HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)    # each b x h x S x d
            i, f = gate.view(rows, columns, 2, HEADS).permute(2, 0, 3, 1).unbind(0)         # each b x h x S
            results.append(self.cell(*heads, i, f).transpose(1, 2).reshape(rows * columns, -1))
        return torch.cat(results).index_select(0, packing.cell_of)

    def forward(self, u: Tensor, packing: Packing) -> Tensor:
        x, z = F.linear(u, self.up).chunk(2, dim=-1)
        c = F.silu(self.conv(x, packing))
        q, k, v = self.blocks(c, self.query), self.blocks(c, self.key), self.blocks(x, self.value)
        h = self.norm(self.mix(q, k, v, packing))
        return F.linear((h + self.skip * c) * F.silu(z), self.down)


class XLstm(nn.Module):
    """An sLSTM block with its feed-forward, an mLSTM block, a norm. parameters() come in the order of the parity file."""

    def __init__(self, width: int, gelu: bool):
        super().__init__()
        self.norm1, self.slstm = Norm(width), SLstm(width)
        self.norm2, self.feed = Norm(width), FeedForward(width, gelu)
        self.norm3, self.mlstm = Norm(width), MLstm(width)
        self.norm4 = Norm(width)

    def first(self, x: Tensor, packing: Packing) -> Tensor:
        x = x + self.slstm(self.norm1(x), packing)
        return x + self.feed(self.norm2(x))

    def second(self, x: Tensor, packing: Packing) -> Tensor:
        return x + self.mlstm(self.norm3(x), packing)

    def forward(self, x: Tensor, packing: Packing) -> Tensor:
        return self.norm4(self.second(self.first(x, packing), packing))
