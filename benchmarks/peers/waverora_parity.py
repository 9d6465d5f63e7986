"""Compares the eager WaveRoRA with ../shared/parity/waverora.json in float64. Run: python waverora_eager.py --check."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Optional

import torch
import torch.nn.functional as F
from torch import Tensor

from waverora_eager import SETTINGS, Rotary, Setting, Wavelet, WaveRora, optimizer

# Published parameter counts for the horizons 96, 192, 336, 720, and what each horizon changes of the 96 setting.
ETTH1, ETTH2, ETTM1, WEATHER = SETTINGS.values()
ETTM2 = replace(ETTM1, wavelet="coif3")
ELECTRICITY = Setting(321, "sym3", 3, 3, 512, 3, 0.2, 5e-4, routers=20)
SOLAR = Setting(137, "sym3", 4, 2, 512, 1, 0.2, 5e-4)
TRAFFIC = Setting(866, "sym3", 4, 4, 512, 3, 0.2, 1.5e-3, routers=20)  # 862 series and 4 calendar channels
HORIZONS = (96, 192, 336, 720)
COUNTS = {
    "ETTh1": ([ETTH1, ETTH1, ETTH1, replace(ETTH1, levels=4, layers=2)], [583213, 595597, 614173, 1333857]),
    "ETTh2": ([ETTH2, ETTH2, ETTH2, replace(ETTH2, levels=3)], [2192881, 2205265, 2223712, 1723392]),
    "ETTm1": ([ETTM1] * 4, [3157489, 3169873, 3188449, 3237985]),
    "ETTm2": ([ETTM2, replace(ETTM2, levels=3), replace(ETTM2, levels=3), ETTM2],
              [3166560, 2969584, 2988160, 3247056]),
    "Weather": ([WEATHER] * 4, [4689728, 4702112, 4720688, 4770224]),
    "Electricity": ([ELECTRICITY] * 4, [5212461, 5224845, 5243421, 5292957]),
    "Solar": ([SOLAR] * 4, [3165681, 3178065, 3196641, 3246177]),
    "Traffic": ([TRAFFIC] * 4, [7598833, 7611217, 7629793, 7679329]),
}


class Report:
    """Prints one line a check and remembers whether all of them held."""

    def __init__(self):
        self.failed = 0

    def bound(self, what: str, error: float, limit: float):
        held = error <= limit
        self.failed += not held
        print(f"{'ok  ' if held else 'FAIL'} {what}: {error:.2e} (at most {limit:.0e})")

    def equal(self, what: str, got: object, expected: object):
        held = got == expected
        self.failed += not held
        print(f"{'ok  ' if held else 'FAIL'} {what}: {got}" + ("" if held else f", expected {expected}"))


def tensor(entry: dict) -> Tensor:
    return torch.tensor(entry["data"]).reshape(entry["shape"])


def error(got: Tensor, expected: Tensor) -> float:
    return (got - expected).abs().max().item()


def fill(model: WaveRora, amplitude: float) -> WaveRora:
    """Gives parameter k the deterministic values of the parity file."""
    with torch.no_grad():
        for k, (name, parameter) in enumerate(model.named_parameters()):
            s = torch.sin(0.9 * torch.arange(parameter.numel()) + 1.7 * k + 0.3).reshape(parameter.shape)
            if "norm" in name:
                parameter.copy_(1 + 0.1 * s if name.endswith("weight") else 0.1 * s)
            else:
                parameter.copy_(s if name.endswith("router") else amplitude * s)
    return model.eval()  # no dropout


def batch(s: Setting) -> tuple[Tensor, Tensor]:
    """Input and target of the parity file: two samples."""
    t, m, b = (torch.arange(n, dtype=torch.float64) for n in (max(s.lookback, s.horizon), s.variates, 2))
    t, m, b = t[None, :, None], m[None, None, :], b[:, None, None]
    x = torch.sin(0.35 * t * (m + 1) + 0.8 * b) + 0.05 * t * (m - 1) + 0.5 * m
    y = torch.cos(0.21 * t + 0.5 * m + 0.3 * b)
    return x[:, :s.lookback], y[:, :s.horizon]


def check_parts(report: Report, parity: dict):
    worst, inverse = 0.0, 0.0
    for name, expected in parity["dwt"].items():
        wavelet, n, levels = name.split("_")
        t = torch.arange(int(n[1:]), dtype=torch.float64)
        x = (torch.sin(0.35 * t) + 0.05 * t)[None, None]
        transform = Wavelet(wavelet, int(levels[1:]))
        got = transform(x)
        for c, e in zip(got, expected["detail"] + [expected["approx"]]):
            worst = max(worst, error(c.flatten(), torch.tensor(e)))
        inverse = max(inverse, error(transform.inverse(got)[..., :len(t)], x))
    report.bound("wavelet coefficients", worst, 1e-9)
    report.bound("wavelet reconstruction", inverse, 1e-9)
    x = tensor(parity["rope"]["in"])
    report.bound("rotary", error(Rotary(*x.shape)(x), tensor(parity["rope"]["out_fp64"])), 1e-9)


def check_tiny(report: Report, expected: dict):
    c = expected["config"]
    s = Setting(c["enc_in"], c["wavelet"], c["wavelet_layers"], c["e_layers"], c["d_model"], c["ks"], 0.0, 1e-3,
                c["router_num"], c["seq_len"], c["pred_len"], c["wavelet_dim"], c["n_heads"], c["d_ff"])
    model, (x, y) = fill(WaveRora(s), c["weight_amplitude"]), batch(s)
    report.bound("tiny input", max(error(x, tensor(expected["x"])), error(y, tensor(expected["y"]))), 1e-9)
    forecast = model(x)
    report.bound("tiny forecast", error(forecast, tensor(expected["forecast"])), 1e-9)
    F.mse_loss(forecast, y).backward()
    names = expected["param_order"]
    report.equal("tiny count of tensors", len(list(model.parameters())), len(names))
    relative, keys = 0.0, 0.0
    for name, parameter in zip(names, model.parameters()):
        gradient = tensor(expected["grad"][name])
        if name.endswith(".bk"):  # zero in truth
            keys = max(keys, parameter.grad.abs().max().item())
        else:
            relative = max(relative, error(parameter.grad, gradient) / gradient.abs().max().item())
    report.bound("tiny gradients, of the largest entry of each tensor", relative, 1e-8)
    report.bound("tiny gradient of the key biases", keys, 1e-15)
    check_adam(report, model, x, y, expected["adam"])


def check_adam(report: Report, model: WaveRora, x: Tensor, y: Tensor, expected: dict):
    adam, losses = optimizer(model, 1.0), []
    for rate in expected["lr_per_step"] + [0.0]:
        adam.param_groups[0]["lr"] = rate
        adam.zero_grad()
        loss = F.mse_loss(model(x), y)
        losses.append(loss.item())
        loss.backward()
        adam.step()
    report.bound("tiny Adam losses", error(torch.tensor(losses), torch.tensor(expected["loss_trace"])), 1e-9)


def check_etth1(report: Report, expected: dict):
    s = replace(ETTH1, dropout=0.0)
    model, (x, y) = fill(WaveRora(s), 0.05), batch(s)
    forecast = model(x)
    report.bound("ETTh1-96 forecast", error(forecast, tensor(expected["forecast"])), 1e-9)
    loss = F.mse_loss(forecast, y)
    report.bound("ETTh1-96 mean squared error", abs(loss.item() - expected["mse"]), 1e-9)
    loss.backward()
    worst = 0.0
    for (name, norm), parameter in zip(expected["grad_l2"].items(), model.parameters()):
        if not name.endswith(".bk"):
            worst = max(worst, abs(parameter.grad.norm().item() - norm) / norm)
    report.bound("ETTh1-96 gradient norms, relative", worst, 1e-8)


def check_counts(report: Report):
    for name, (settings, published) in COUNTS.items():
        counted = []
        for setting, horizon in zip(settings, HORIZONS):
            with torch.device("meta"):
                model = WaveRora(replace(setting, horizon=horizon))
            counted.append(sum(p.numel() for p in model.parameters()))
        report.equal(f"{name} parameters at horizons 96, 192, 336, 720", counted, published)


def parity_file() -> Path:
    shared = os.environ.get("TRIVIUM_SHARED") or Path(__file__).resolve().parents[2].parent / "shared"
    return Path(shared) / "parity" / "waverora.json"


def check(path: Optional[str]) -> int:
    """Runs every check; 0 if all held, else 1."""
    file = Path(path) if path else parity_file()
    if not file.is_file():
        print(f"parity file must exist, got {file}")
        return 1
    parity = json.loads(file.read_text(encoding="utf-8"))
    torch.set_default_dtype(torch.float64)
    report = Report()
    check_parts(report, parity)
    check_tiny(report, parity["tiny"])
    check_etth1(report, parity["etth1_96"])
    check_counts(report)
    print("all checks held" if not report.failed else f"{report.failed} checks failed")
    return 1 if report.failed else 0
