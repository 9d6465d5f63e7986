"""Times the eager PyTorch WaveRoRA; prints one JSON line for each setting, mode and batch size.

Every line comes from a process of its own, so its peak memory is its own. Batches are random numbers already in memory:
no data loading is timed. A training step is zero_grad, forward with dropout, loss, backward and Adam.

    taskset -c 0 python bench_waverora.py                                   all settings, one thread
    python bench_waverora.py --settings etth1-96 --threads 2 --runs 500
"""

import argparse
import json
import subprocess
import sys
import time
from typing import Callable, Optional

import torch

from waverora_eager import SETTINGS, WaveRora, optimizer, train_step

CASES = [("train", 32), ("forward", 1), ("forward", 32)]


def timed(run: Callable[[], object], warm_up: int, runs: int) -> list[float]:
    """Milliseconds of each run after the warm-up, in ascending order."""
    for _ in range(warm_up):
        run()
    times = []
    for _ in range(runs):
        start = time.perf_counter_ns()
        run()
        times.append((time.perf_counter_ns() - start) / 1e6)
    return sorted(times)


def quantile(ascending: list[float], q: float) -> float:
    return round(ascending[round(q * (len(ascending) - 1))], 3)


def peak_rss_mb() -> Optional[float]:
    """Largest resident memory of this process so far in MB of 10^6 bytes; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6, 1)


def measure(name: str, mode: str, batch: int, a: argparse.Namespace) -> dict:
    """One line of the result."""
    torch.set_num_threads(a.threads)
    torch.manual_seed(2025)
    s = SETTINGS[name]
    model = WaveRora(s)
    x, y = torch.randn(batch, s.lookback, s.variates), torch.randn(batch, s.horizon, s.variates)
    if mode == "train":
        adam = optimizer(model, s.rate, **({} if a.adam == "default" else {a.adam: True}))
        times = timed(lambda: train_step(model.train(), adam, x, y), a.warm_up, a.runs)
    else:
        model.eval()
        with torch.no_grad():
            times = timed(lambda: model(x), a.warm_up, a.runs)
    return {
        "implementation": "pytorch-eager", "torch": torch.__version__, "setting": name, "mode": mode, "batch": batch,
        "threads": a.threads, "adam": a.adam if mode == "train" else None, "warm_up": a.warm_up, "runs": a.runs,
        "median_ms": quantile(times, 0.5), "p10_ms": quantile(times, 0.1), "p90_ms": quantile(times, 0.9),
        "min_ms": quantile(times, 0.0), "peak_rss_mb": peak_rss_mb(),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--settings", nargs="+", choices=SETTINGS, default=list(SETTINGS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--runs", type=int, default=200, help="timed runs of each line (default 200)")
    parser.add_argument("--warm-up", type=int, default=30, help="runs before them that are not timed (default 30)")
    parser.add_argument("--adam", choices=["default", "foreach", "fused"], default="default",
                        help="which of torch's Adam loops; default is what torch picks on a CPU")
    parser.add_argument("--case", nargs=2, metavar=("MODE", "BATCH"), help="only this mode and batch, in this process")
    a = parser.parse_args()
    if a.case:
        for name in a.settings:
            print(json.dumps(measure(name, a.case[0], int(a.case[1]), a)), flush=True)
        return 0
    common = ["--threads", str(a.threads), "--runs", str(a.runs), "--warm-up", str(a.warm_up), "--adam", a.adam]
    for name in a.settings:
        for mode, batch in CASES:
            child = [sys.executable, __file__, "--settings", name, *common, "--case", mode, str(batch)]
            status = subprocess.run(child, check=False).returncode
            if status:
                return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
