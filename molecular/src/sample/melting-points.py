# Makes melting-points.csv from the wheel of the Python package chemicals 1.5.2:
#
#   pip download --no-deps chemicals==1.5.2 && unzip -d package chemicals-1.5.2-py3-none-any.whl
#   python3 melting-points.py package melting-points.csv && gzip -9n melting-points.csv
#
# Values are those of Wikidata (Misc/wikidata_properties.tsv), structures those of PubChem for the same registry number
# (Identifiers/chemical identifiers pubchem *.tsv). Taken are the 1,500 substances of the smallest PubChem numbers that have a melting
# point, are one fragment, hold carbon, and no other elements than H, C, N, O, F, P, S, Cl, Br and I. No value is changed.
import csv
import os
import re
import sys

ATOM = re.compile(r"\[\d*([A-Za-z][a-z]?)|(Cl|Br|[BCNOPSFIbcnops])")
ELEMENTS = {"H", "C", "N", "O", "F", "P", "S", "Cl", "Br", "I"}


def elements(smiles):
    return {(bracket or plain).capitalize() for bracket, plain in ATOM.findall(smiles)}


def text(*names):
    return open(os.path.join(sys.argv[1], "chemicals", *names), encoding="utf-8", newline="")


structures = {}
for size in ("large", "small"):
    with text("Identifiers", "chemical identifiers pubchem " + size + ".tsv") as lines:
        for line in lines:
            cid, registry, _, _, smiles = line.rstrip("\n").split("\t")[:5]
            structures[registry.replace("-", "")] = int(cid), smiles
taken = {}
with text("Misc", "wikidata_properties.tsv") as lines:
    for row in csv.DictReader(lines, delimiter="\t"):
        if row["Tm"] and row["CAS"] in structures:
            cid, smiles = structures[row["CAS"]]
            if "." not in smiles and "C" in elements(smiles) and elements(smiles) <= ELEMENTS:
                assert cid not in taken, cid
                taken[cid] = smiles, row["Tm"]
with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["pubchem", "smiles", "melting_point"])
    for cid in sorted(taken)[:1500]:
        writer.writerow([cid, *taken[cid]])
