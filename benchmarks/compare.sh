#!/bin/sh
# Times Trivium's WaveRoRA and the PyTorch peer in turns and prints the ratios. Options, with their defaults:
#   ROUNDS=5 RUNS=200 WARM_UP=100 FORWARD_WARM_UP=2000 CORE=0 SETTINGS="etth1-96 etth2-96 ettm1-96 weather-96" OUT=benchmarks/target/compare
#   PEER_PYTHON=~/venv-peer/bin/python    the virtual environment of peers/README.md
# Where there is taskset, both sides run on the one core CORE. A figure counts only from a machine that does nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
python=${PEER_PYTHON:-$HOME/venv-peer/bin/python}
out=${OUT:-$here/target/compare}
jar=$here/target/benchmarks.jar
runs=${RUNS:-200}
warm_up=${WARM_UP:-100}
forward_warm_up=${FORWARD_WARM_UP:-2000} # single forecasts: the JVM compiles what it has seen often
settings=${SETTINGS:-etth1-96 etth2-96 ettm1-96 weather-96}

[ -x "$python" ] || { echo "compare: PEER_PYTHON must be a Python with torch, got $python" >&2; exit 1; }
[ -f "$jar" ] || { echo "compare: build first: mvn -pl benchmarks -am -DskipTests package" >&2; exit 1; }
pin=
if command -v taskset >/dev/null; then pin="taskset -c ${CORE:-0}"; fi

mkdir -p "$out"
: >"$out/peer.jsonl"
: >"$out/ours.jsonl"
round=1
while [ "$round" -le "${ROUNDS:-5}" ]; do
    for setting in $settings; do
        echo "compare: round $round of ${ROUNDS:-5}, $setting, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
        for case in "train 32 $warm_up" "forward 1 $forward_warm_up" "forward 32 $warm_up"; do
            set -- $case
            $pin "$python" "$here/peers/bench_waverora.py" --settings "$setting" --threads 1 --runs "$runs" --warm-up "$3" \
                --case "$1" "$2" >>"$out/peer.jsonl"
            $pin java --enable-native-access=ALL-UNNAMED -cp "$jar" dev.trivium.benchmarks.WaveRoraSteps \
                --settings "$setting" --threads 1 --runs "$runs" --warm-up "$3" --case "$1:$2" >>"$out/ours.jsonl"
        done
    done
    round=$((round + 1))
done
java -cp "$jar" dev.trivium.benchmarks.RatioTable "$out/peer.jsonl" "$out/ours.jsonl"
