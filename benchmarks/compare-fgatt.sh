#!/bin/sh
# Times a training step of Trivium's FGATT and of the PyTorch peer in turns and prints the ratio, and the time of a stream's update.
# Options, with their defaults:
#   ROUNDS=3 RUNS=20 WARM_UP=10 LAST_RUNS=1000 CORE=0 NODES=100 WIDTH=64 OUT=benchmarks/target/compare-fgatt
#   PEER_PYTHON=~/venv-peer/bin/python    the virtual environment of peers/README.md
# Where there is taskset, training runs on the one core CORE; an update runs on two threads. A figure counts only from a machine that does
# nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
python=${PEER_PYTHON:-$HOME/venv-peer/bin/python}
out=${OUT:-$here/target/compare-fgatt}
jar=$here/target/benchmarks.jar
size="--nodes ${NODES:-100} --width ${WIDTH:-64}"
runs=${RUNS:-20}

[ -x "$python" ] || { echo "compare: PEER_PYTHON must be a Python with torch, got $python" >&2; exit 1; }
[ -f "$jar" ] || { echo "compare: build first: mvn -pl benchmarks -am -DskipTests package" >&2; exit 1; }
pin=
if command -v taskset >/dev/null; then pin="taskset -c ${CORE:-0}"; fi

mkdir -p "$out"
: >"$out/peer.jsonl"
: >"$out/ours.jsonl"
round=1
while [ "$round" -le "${ROUNDS:-3}" ]; do
    echo "compare: round $round of ${ROUNDS:-3}, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
    $pin "$python" "$here/peers/fgatt.py" $size --warm-up "${WARM_UP:-10}" --runs "$runs" >>"$out/peer.jsonl"
    $pin java --enable-native-access=ALL-UNNAMED -Xmx1g -cp "$jar" dev.trivium.benchmarks.FgattSteps $size --warm-up "${WARM_UP:-10}" --runs "$runs" >>"$out/ours.jsonl"
    round=$((round + 1))
done
java -cp "$jar" dev.trivium.benchmarks.RatioTable "$out/peer.jsonl" "$out/ours.jsonl"
java --enable-native-access=ALL-UNNAMED -Xmx1g -cp "$jar" dev.trivium.benchmarks.FgattSteps $size --case last --threads 2 --runs "${LAST_RUNS:-1000}" --warm-up 500
