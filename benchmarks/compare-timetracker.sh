#!/bin/sh
# Times a step of Time Tracker's pre-training by Trivium and by the PyTorch peer in turns and prints the ratio, first with the standard recipe, then
# with next to no token that learns nothing, as in the peer's batches; then a forecast of one series.
# Options, with their defaults:
#   ROUNDS=3 RUNS=60 WARM_UP=40 FORECASTS=2000 CORE=0 OUT=benchmarks/target/compare-timetracker
#   BEFORE=""                             a command before each measurement, such as "chrt -r 10" on a machine that others use
#   PEER_PYTHON=~/venv-peer/bin/python    the virtual environment of peers/README.md
# Where there is taskset, both run on the one core CORE. A figure counts only from a machine that does nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
python=${PEER_PYTHON:-$HOME/venv-peer/bin/python}
out=${OUT:-$here/target/compare-timetracker}
jar=$here/target/benchmarks.jar
runs="--warm-up ${WARM_UP:-40} --runs ${RUNS:-60}"

[ -x "$python" ] || { echo "compare: PEER_PYTHON must be a Python with torch, got $python" >&2; exit 1; }
[ -f "$jar" ] || { echo "compare: build first: mvn -pl benchmarks -am -DskipTests package" >&2; exit 1; }
pin=${BEFORE:-}
if command -v taskset >/dev/null; then pin="taskset -c ${CORE:-0} $pin"; fi
java="java --enable-native-access=ALL-UNNAMED -Xmx1g -cp $jar"
OMP_NUM_THREADS=1
export OMP_NUM_THREADS

mkdir -p "$out"
: >"$out/peer.jsonl"
: >"$out/ours.jsonl"
: >"$out/ours-all-learn.jsonl"
round=1
while [ "$round" -le "${ROUNDS:-3}" ]; do
    echo "compare: round $round of ${ROUNDS:-3}, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
    $pin "$python" "$here/peers/timetracker.py" $runs >>"$out/peer.jsonl"
    $pin $java dev.trivium.benchmarks.TimeTrackerSteps $runs >>"$out/ours.jsonl"
    $pin $java dev.trivium.benchmarks.TimeTrackerSteps $runs --short-prefix 100 >>"$out/ours-all-learn.jsonl"
    round=$((round + 1))
done
for ours in ours ours-all-learn; do
    echo "$ours"
    java -cp "$jar" dev.trivium.benchmarks.RatioTable "$out/peer.jsonl" "$out/$ours.jsonl"
done
$pin $java dev.trivium.benchmarks.TimeTrackerForecasts --forecasts "${FORECASTS:-2000}" --out "$out"
