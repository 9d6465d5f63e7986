#!/bin/sh
# Compares our features with RDKit's over the ten sets of molgraph_xlstm/moleculenet_datasets, the folder given; a row is counted from 1
# over train, valid and test of the first split, one after the other. Options, with their defaults:
#   RDKIT_PYTHON=python3      a Python with RDKit 2022.09.3, such as Debian 12's with python3-rdkit
#   SETS="bace bbbp caco2 clintox delaney freesolv hiv lipo sider tox21"
#   OUT=benchmarks/peers/featurisation-differences.csv
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
data=${1:?featurisation: the folder of the data sets must be given}
jar=$here/target/benchmarks.jar
work=$here/target/featurisation

[ -f "$jar" ] || { echo "featurisation: build first: mvn -pl benchmarks -am -DskipTests package" >&2; exit 1; }
mkdir -p "$work"
set --
for name in ${SETS:-bace bbbp caco2 clintox delaney freesolv hiv lipo sider tox21}; do
    column=smiles
    [ "$name" = bace ] && column=mol
    : >"$work/$name.jsonl"
    for part in train valid test; do
        for file in "$data/${name}_1/${part}_${name}_1.csv"*; do
            "${RDKIT_PYTHON:-python3}" "$here/peers/featurise_rdkit.py" "$file" "$column" >>"$work/$name.jsonl"
        done
    done
    set -- "$@" "$work/$name.jsonl"
done
java -cp "$jar" dev.trivium.benchmarks.FeaturisationDifferences "${OUT:-$here/peers/featurisation-differences.csv}" "$@"
