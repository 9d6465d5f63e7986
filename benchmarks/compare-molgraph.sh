#!/bin/sh
# Times Trivium's MolGraph-xLSTM and the PyTorch peer in turns on ESOL and prints the ratios. Options, with their defaults:
#   DATA=../shared/data/molecules/molgraph_xlstm/moleculenet_datasets/delaney_1/train_delaney_1.csv.gz TARGET=logSolubility
#   ROUNDS=3 RUNS=30 WARM_UP=14 WIDE_RUNS=7 WIDE_WARM_UP=3 THREADS=2 SETTINGS="width-128 width-512" OUT=benchmarks/target/compare-molgraph
#   PEER_PYTHON=~/venv-peer/bin/python    the virtual environment of peers/README.md
#   JAVA_OPTIONS=-Xmx512m
# A figure counts only from a machine that does nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
python=${PEER_PYTHON:-$HOME/venv-peer/bin/python}
data=${DATA:-$here/../../shared/data/molecules/molgraph_xlstm/moleculenet_datasets/delaney_1/train_delaney_1.csv.gz}
target=${TARGET:-logSolubility}
out=${OUT:-$here/target/compare-molgraph}
jar=$here/target/benchmarks.jar
threads=${THREADS:-2}

[ -x "$python" ] || { echo "compare: PEER_PYTHON must be a Python with torch, got $python" >&2; exit 1; }
[ -f "$jar" ] || { echo "compare: build first: mvn -pl benchmarks -am -DskipTests package" >&2; exit 1; }
[ -f "$data" ] || { echo "compare: DATA must be a CSV file of molecules, got $data" >&2; exit 1; }
ours() { java --enable-native-access=ALL-UNNAMED ${JAVA_OPTIONS:--Xmx512m} -cp "$jar" "dev.trivium.benchmarks.$@"; }

mkdir -p "$out"
ours FeaturisedMolecules --data "$data" --target "$target" --out "$out/molecules.jsonl"
: >"$out/peer.jsonl"
: >"$out/ours.jsonl"
round=1
while [ "$round" -le "${ROUNDS:-3}" ]; do
    for setting in ${SETTINGS:-width-128 width-512}; do
        echo "compare: round $round of ${ROUNDS:-3}, $setting, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)" >&2
        case $setting in
            width-128) shape="--channels 32 --experts 4 --heads 4" runs=${RUNS:-30} warm_up=${WARM_UP:-14} ;;
            width-512) shape="--channels 128 --experts 8 --heads 8" runs=${WIDE_RUNS:-7} warm_up=${WIDE_WARM_UP:-3} ;;
            *) echo "compare: SETTINGS must be width-128 or width-512, got $setting" >&2; exit 1 ;;
        esac
        for case in train predict; do
            "$python" "$here/peers/bench_molgraph.py" --molecules "$out/molecules.jsonl" --settings "$setting" --threads "$threads" \
                --runs "$runs" --warm-up "$warm_up" --case "$case" >>"$out/peer.jsonl"
            ours MolGraphSteps --data "$data" --smiles smiles --target "$target" $shape --threads "$threads" \
                --runs "$runs" --warm-up "$warm_up" --case "$case" >>"$out/ours.jsonl"
        done
    done
    round=$((round + 1))
done
ours MolGraphTable "$out/peer.jsonl" "$out/ours.jsonl"
