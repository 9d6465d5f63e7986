"""WaveRoRA in eager PyTorch: the peer that Trivium's own WaveRoRA is timed against.

Liang, Sun, Guizani, "Wavelet Rotary Route Attention for Multivariate Time Series Forecasting", arXiv 2410.22649.

Written from the equations, as one would write the paper's architecture for research: one module for each linear map, one
convolution for each level, no fusing, folding or compiling. Letters: B batch, L look-back, H horizon, M variates,
J levels of the wavelet transform, D width of a level, d width of a variate, h heads, r routers, F width of the
feed-forward part.

    python waverora_eager.py --check    compares with ../shared/parity/waverora.json in float64
"""

import argparse
import math
import sys
from dataclasses import dataclass
from typing import Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn

RECONSTRUCTION_LOW_PASS = {
    "haar": [0.7071067811865476, 0.7071067811865476],
    "sym3": [0.3326705529509569, 0.8068915093133388, 0.4598775021193313, -0.13501102001039084, -0.08544127388224149,
             0.035226291882100656],
    "coif3": [-0.003793512864380802, 0.007782596425672746, 0.023452696142077168, -0.06577191128146936,
              -0.06112339000297255, 0.40517690240911824, 0.7937772226260872, 0.42848347637737, -0.07179982161915484,
              -0.08230192710629983, 0.03455502757329774, 0.015880544863669452, -0.009007976136730624,
              -0.0025745176881367972, 0.0011175187708306303, 0.0004662169598204029, -7.0983302506379e-05,
              -3.459977319727278e-05],
}


@dataclass(frozen=True)
class Setting:
    """Hyper-parameters of one published run. routers=None takes the rule of the paper."""

    variates: int
    wavelet: str
    levels: int
    layers: int
    d_model: int
    kernel: int
    dropout: float
    rate: float
    routers: Optional[int] = None
    lookback: int = 96
    horizon: int = 96
    wavelet_dim: int = 64
    heads: int = 8
    d_ff: int = 256

    def router_count(self) -> int:
        if self.routers is not None:
            return self.routers
        count = int(math.sqrt(self.variates) + math.log2(self.variates)) // 2
        return max(2, count + count % 2)


SETTINGS = {
    "etth1-96": Setting(7, "sym3", 3, 1, 256, 1, 0.3, 1e-4),
    "etth2-96": Setting(7, "coif3", 5, 2, 256, 3, 0.1, 4e-5),
    "ettm1-96": Setting(7, "sym3", 4, 2, 512, 1, 0.3, 5e-5),
    "weather-96": Setting(21, "coif3", 2, 3, 512, 3, 0.3, 1e-4),
}


def coefficient_lengths(length: int, wavelet: str, levels: int) -> list[int]:
    """Lengths of [d_1 (finest), ..., d_J, a_J] for a signal of the given length."""
    taps, lengths = len(RECONSTRUCTION_LOW_PASS[wavelet]), []
    for _ in range(levels):
        length = (length + taps - 1) // 2
        lengths.append(length)
    return lengths + [length]


class Wavelet(nn.Module):
    """Orthogonal wavelet transform along the last axis with zero padding, and its inverse, as strided convolutions."""

    def __init__(self, name: str, levels: int):
        super().__init__()
        low = torch.tensor(RECONSTRUCTION_LOW_PASS[name], dtype=torch.float64)
        self.taps, self.levels = len(low), levels
        high = low.flip(0) * torch.tensor([1.0, -1.0], dtype=torch.float64).repeat(self.taps // 2)
        bank = torch.stack([low, high]).unsqueeze(1)  # 2 x 1 x taps: reconstruction filters = reversed analysis filters
        self.register_buffer("bank", bank.to(torch.get_default_dtype()), persistent=False)

    def forward(self, x: Tensor) -> list[Tensor]:
        """(B, M, N) to [d_1, ..., d_J, a_J], each (B, M, its length)."""
        batch, variates, _ = x.shape
        approximation, details = x.flatten(0, 1).unsqueeze(1), []
        for _ in range(self.levels):
            odd = approximation.shape[-1] % 2
            padded = F.pad(approximation, (self.taps - 2, self.taps - 2 + odd))
            approximation, detail = F.conv1d(padded, self.bank, stride=2).split(1, dim=1)
            details.append(detail)
        return [c.reshape(batch, variates, -1) for c in details + [approximation]]

    def inverse(self, coefficients: list[Tensor]) -> Tensor:
        """[d_1, ..., d_J, a_J] to (B, M, N)."""
        batch, variates, _ = coefficients[0].shape
        *details, approximation = [c.flatten(0, 1).unsqueeze(1) for c in coefficients]
        for detail in reversed(details):
            pair = torch.cat([approximation[..., :detail.shape[-1]], detail], dim=1)
            approximation = F.conv_transpose1d(pair, self.bank, stride=2, padding=self.taps - 2)
        return approximation.reshape(batch, variates, -1)


class Rotary(nn.Module):
    """Rotates interleaved pairs of the last axis; row i of the axis before it has the position rows - 1 - i."""

    def __init__(self, rows: int, width: int):
        super().__init__()
        position = torch.arange(rows - 1, -1, -1, dtype=torch.float64)
        frequency = 10000.0 ** (-torch.arange(width // 2, dtype=torch.float64) / (width // 2))
        angle = torch.outer(position, frequency)
        self.register_buffer("cos", angle.cos().to(torch.get_default_dtype()), persistent=False)
        self.register_buffer("sin", angle.sin().to(torch.get_default_dtype()), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        even, odd = x[..., 0::2], x[..., 1::2]
        return torch.stack([even * self.cos - odd * self.sin, even * self.sin + odd * self.cos], dim=-1).flatten(-2)


class RotaryRouteAttention(nn.Module):
    """Attention between M variates through r learned routers, with skip and gate. Values are the unprojected input."""

    def __init__(self, s: Setting):
        super().__init__()
        routers = s.router_count()
        self.heads, self.scale = s.heads, (s.d_model // s.heads) ** -0.5
        self.router = nn.Parameter(torch.randn(routers, s.d_model))
        self.query = nn.Linear(s.d_model, s.d_model)
        self.key = nn.Linear(s.d_model, s.d_model)
        self.skip = nn.Linear(s.d_model, s.d_model)
        self.gate = nn.Linear(s.d_model, s.d_model)
        self.rotary = Rotary(s.variates, routers)
        self.dropout = nn.Dropout(s.dropout)

    def split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(-3, -2)  # ... x h x rows x d/h

    def forward(self, z: Tensor) -> Tensor:
        q, k, v, router = self.split(self.query(z)), self.split(self.key(z)), self.split(z), self.split(self.router)
        collect = torch.softmax(router @ k.transpose(-2, -1) * self.scale, dim=-1)     # B x h x r x M
        collect = self.rotary(collect.transpose(-2, -1)).transpose(-2, -1)
        spread = self.rotary(torch.softmax(q @ router.transpose(-2, -1) * self.scale, dim=-1))  # B x h x M x r
        routed = self.dropout(collect) @ v                                             # B x h x r x d/h
        mixed = (self.dropout(spread) @ routed).transpose(1, 2).flatten(2)             # B x M x d
        return (mixed + self.skip(z)) * F.silu(self.gate(z))


class WaveNorm(nn.Module):
    """Residual, norm, convolutional feed-forward along the variates, residual, norm: the block of one level."""

    def __init__(self, s: Setting):
        super().__init__()
        self.conv1 = nn.Conv1d(s.wavelet_dim, s.d_ff, s.kernel, padding=s.kernel // 2)
        self.conv2 = nn.Conv1d(s.d_ff, s.wavelet_dim, s.kernel, padding=s.kernel // 2)
        self.norm1 = nn.LayerNorm(s.wavelet_dim)
        self.norm2 = nn.LayerNorm(s.wavelet_dim)
        self.dropout = nn.Dropout(s.dropout)

    def forward(self, x: Tensor, update: Tensor) -> Tensor:
        x = self.norm1(x + self.dropout(update))                                       # B x M x D
        y = self.dropout(F.gelu(self.conv1(x.transpose(1, 2))))                        # B x F x M
        y = self.dropout(self.conv2(y)).transpose(1, 2)
        return self.norm2(x + y)


class EncoderLayer(nn.Module):
    """Attention over whole variates, then one WaveNorm block for each of the J + 1 levels."""

    def __init__(self, s: Setting):
        super().__init__()
        width = (s.levels + 1) * s.wavelet_dim
        self.project_in = nn.Linear(width, s.d_model)
        self.attention = RotaryRouteAttention(s)
        self.project_out = nn.Linear(s.d_model, width)
        self.blocks = nn.ModuleList(WaveNorm(s) for _ in range(s.levels + 1))

    def forward(self, x: Tensor) -> Tensor:
        update = self.project_out(self.attention(self.project_in(x.flatten(2)))).unflatten(-1, x.shape[2:])
        return torch.stack([block(x[:, :, c], update[:, :, c]) for c, block in enumerate(self.blocks)], dim=2)


class WaveRora(nn.Module):
    """(B, L, M) to (B, H, M). parameters() come in the order of the parity file."""

    def __init__(self, s: Setting):
        super().__init__()
        self.horizon = s.horizon
        self.wavelet = Wavelet(s.wavelet, s.levels)
        self.embed = nn.ModuleList(
            nn.Linear(n, s.wavelet_dim) for n in coefficient_lengths(s.lookback, s.wavelet, s.levels))
        self.encoder = nn.ModuleList(EncoderLayer(s) for _ in range(s.layers))
        self.predict = nn.ModuleList(
            nn.Sequential(nn.Linear(s.wavelet_dim, 2 * s.wavelet_dim), nn.GELU(), nn.Linear(2 * s.wavelet_dim, n))
            for n in coefficient_lengths(s.horizon, s.wavelet, s.levels))

    def forward(self, x: Tensor) -> Tensor:
        mean = x.mean(dim=1, keepdim=True)
        deviation = torch.sqrt(x.var(dim=1, keepdim=True, unbiased=False) + 1e-5)
        coefficients = self.wavelet(((x - mean) / deviation).transpose(1, 2))
        levels = torch.stack([embed(c) for embed, c in zip(self.embed, coefficients)], dim=2)  # B x M x J+1 x D
        for layer in self.encoder:
            levels = layer(levels)
        forecast = self.wavelet.inverse([predict(levels[:, :, c]) for c, predict in enumerate(self.predict)])
        return forecast[..., :self.horizon].transpose(1, 2) * deviation + mean


def optimizer(model: nn.Module, rate: float, **loop: bool) -> torch.optim.Adam:
    """Adam as the published runs use it: the first beta is 0.95. loop: foreach=True or fused=True; torch's own choice without."""
    return torch.optim.Adam(model.parameters(), lr=rate, betas=(0.95, 0.999), eps=1e-8, **loop)


def train_step(model: nn.Module, adam: torch.optim.Optimizer, x: Tensor, y: Tensor) -> Tensor:
    """One step on the mean squared error; returns the loss before the step."""
    adam.zero_grad()
    loss = F.mse_loss(model(x), y)
    loss.backward()
    adam.step()
    return loss.detach()


def main() -> int:
    """Runs the checks; 0 if all held."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", required=True, help="compare with the parity file in float64")
    parser.add_argument("--parity", help="parity file; by default ../shared/parity/waverora.json beside the repository")
    arguments = parser.parse_args()
    from waverora_parity import check
    return check(arguments.parity)


if __name__ == "__main__":
    sys.exit(main())
