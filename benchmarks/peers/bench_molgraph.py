"""Times the eager PyTorch MolGraph-xLSTM on featurised molecules; prints one JSON line for each setting and mode.

Every line comes from a process of its own, so its peak memory is its own. The molecules come from a file that Trivium's
FeaturisedMolecules writes, and are collated into batches before the clock starts.

    python bench_molgraph.py --molecules esol.jsonl                              both widths, both modes, two threads
    python bench_molgraph.py --molecules esol.jsonl --case train --settings width-128 --profile
"""

import argparse
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Optional

import torch

from molgraph_batch import Batch, Molecule, read
from molgraph_eager import SETTINGS, MolGraphXLstm, optimizer
from molgraph_losses import Spread, train_step

BATCH = 128
MODES = ["train", "predict"]


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


def standardised(molecules: list[Molecule]) -> tuple[list[Molecule], Spread]:
    labels = torch.stack([m.labels for m in molecules])
    mean, deviation = labels.mean(0), labels.std(0)
    scaled = (labels - mean) / deviation
    return [Molecule(m.atoms, m.ends, m.bonds, m.motifs, y) for m, y in zip(molecules, scaled)], Spread.of(scaled.flatten())


def training(model: MolGraphXLstm, molecules: list[Molecule], loop: dict) -> Callable[[], object]:
    """One step after the other through shuffled batches, the last incomplete one left out."""
    molecules, spread = standardised(molecules)
    random.Random(10).shuffle(molecules)
    batches = [Batch.of(molecules[i:i + BATCH]) for i in range(0, len(molecules) - BATCH + 1, BATCH)]
    adam, step = optimizer(model, **loop), 0

    def run():
        nonlocal step
        train_step(model, adam, batches[step % len(batches)], spread)
        step += 1
    return run


def predicting(model: MolGraphXLstm, molecules: list[Molecule]) -> Callable[[], object]:
    """All molecules, those of similar size together."""
    ascending = sorted(molecules, key=lambda m: len(m.atoms))
    batches = [Batch.of(ascending[i:i + BATCH]) for i in range(0, len(ascending), BATCH)]
    model.eval()

    def run():
        with torch.inference_mode():
            for batch in batches:
                model(batch)
    return run


def measure(name: str, mode: str, a: argparse.Namespace) -> dict:
    """One line of the result. A run of "train" is a step, a run of "predict" goes through all molecules."""
    torch.set_num_threads(a.threads)
    torch.manual_seed(10)
    s, molecules = SETTINGS[name], read(a.molecules)
    model = MolGraphXLstm(s)
    if mode == "train":
        run = training(model, molecules, {} if a.adam == "default" else {a.adam: True})
    else:
        run = predicting(model, molecules)
    if a.profile:
        profile(run, a.warm_up)
    times = timed(run, a.warm_up, a.runs)
    per_run = BATCH if mode == "train" else len(molecules)
    return {
        "implementation": "pytorch-eager", "torch": torch.__version__, "molecules": len(molecules), "width": s.width,
        "experts": s.experts, "heads": s.heads, "mode": mode, "batch": BATCH, "threads": a.threads,
        "adam": a.adam if mode == "train" else None, "warm_up": a.warm_up, "runs": a.runs,
        "median_ms": quantile(times, 0.5), "p10_ms": quantile(times, 0.1), "p90_ms": quantile(times, 0.9),
        "min_ms": quantile(times, 0.0), "molecules_per_second": round(1000 * per_run / quantile(times, 0.5)),
        "peak_rss_mb": peak_rss_mb(),
    }


def profile(run: Callable[[], object], warm_up: int):
    """Prints to the error stream where five runs spend their time."""
    for _ in range(warm_up):
        run()
    with torch.profiler.profile(activities=[torch.profiler.ProfilerActivity.CPU]) as seen:
        for _ in range(5):
            run()
    print(seen.key_averages().table(sort_by="self_cpu_time_total", row_limit=30, max_name_column_width=45), file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--molecules", type=Path, required=True, help="featurised molecules, JSON lines")
    parser.add_argument("--settings", nargs="+", choices=SETTINGS, default=list(SETTINGS))
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--runs", type=int, default=30, help="timed runs of each line (default 30)")
    parser.add_argument("--warm-up", type=int, default=7, help="runs before them that are not timed (default 7)")
    parser.add_argument("--adam", choices=["default", "foreach", "fused"], default="fused",
                        help="which of torch's Adam loops (default fused, the fastest)")
    parser.add_argument("--case", choices=MODES, help="only this mode, in this process")
    parser.add_argument("--profile", action="store_true", help="with --case: also a table of where the time goes")
    a = parser.parse_args()
    if a.case:
        for name in a.settings:
            print(json.dumps(measure(name, a.case, a)), flush=True)
        return 0
    common = ["--molecules", str(a.molecules), "--threads", str(a.threads), "--runs", str(a.runs),
              "--warm-up", str(a.warm_up), "--adam", a.adam]
    for name in a.settings:
        for mode in MODES:
            status = subprocess.run([sys.executable, __file__, "--settings", name, *common, "--case", mode],
                                    check=False).returncode
            if status:
                return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
