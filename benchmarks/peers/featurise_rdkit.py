"""Features of molecules by RDKit itself, one JSON line for each row: what Trivium's featurisation is compared with.

Atoms and bonds as MolGraph-xLSTM reads them; motifs in the order in which CPython iterates over sets and RDKit finds rings.

    python3 featurise_rdkit.py FILE.csv[.gz] COLUMN > rows.jsonl
    python3 featurise_rdkit.py --lines FILE > rows.jsonl        one SMILES string a line
"""

import csv
import gzip
import json
import sys

from rdkit import Chem, RDLogger

ELEMENTS = ("C N O S F Si P Cl Br Mg Na Ca Fe As Al I B V K Tl Yb Sb Sn Ag Pd Co Se Ti Zn H Li Ge Cu Au Ni Cd In Mn Zr Cr Pt Hg Pb "
            "Unknown").split()
COUNTS = list(range(11))
CHARGES = list(range(-5, 6))
ORBITALS = [Chem.HybridizationType.SP, Chem.HybridizationType.SP2, Chem.HybridizationType.SP3, Chem.HybridizationType.SP3D,
            Chem.HybridizationType.SP3D2, None]
RADICALS = [0, 1, 2, 3, 4, None]
TAGS = [Chem.ChiralType.CHI_UNSPECIFIED, Chem.ChiralType.CHI_TETRAHEDRAL_CW, Chem.ChiralType.CHI_TETRAHEDRAL_CCW,
        Chem.ChiralType.CHI_OTHER, None]
TYPES = [Chem.BondType.SINGLE, Chem.BondType.DOUBLE, Chem.BondType.TRIPLE, Chem.BondType.AROMATIC]
STEREO = [Chem.BondStereo.STEREONONE, Chem.BondStereo.STEREOZ, Chem.BondStereo.STEREOE, Chem.BondStereo.STEREOCIS,
          Chem.BondStereo.STEREOTRANS, Chem.BondStereo.STEREOANY]
MOTIF_SIZES = [11, 6, 6, 6, 6, 2, 2, 11, 8, 8, 8, 2]


def index(value, values):
    """Outside a list is its last entry."""
    return values.index(value) if value in values else len(values) - 1


def atom_row(atom):
    return [index(atom.GetSymbol(), ELEMENTS), index(atom.GetDegree(), COUNTS), index(atom.GetTotalNumHs(), COUNTS),
            index(atom.GetImplicitValence(), COUNTS), index(atom.GetTotalValence(), COUNTS), index(atom.GetFormalCharge(), CHARGES),
            index(atom.GetHybridization(), ORBITALS), index(atom.GetNumRadicalElectrons(), RADICALS),
            index(atom.GetChiralTag(), TAGS), int(atom.GetIsAromatic()), int(atom.IsInRing())]


def bond_row(bond):
    return [bond.GetBeginAtomIdx(), bond.GetEndAtomIdx(), index(bond.GetBondType(), TYPES), int(bond.GetIsConjugated()),
            index(bond.GetStereo(), STEREO)]


def ring_systems(molecule):
    rings = [set(ring) for ring in Chem.GetSymmSSSR(molecule)]
    merged = True
    while merged:
        merged = False
        for i in range(len(rings)):
            for j in range(i + 1, len(rings)):
                if len(rings[i] & rings[j]) > 2:
                    rings[i] |= rings[j]
                    rings[j] = set()
                    merged = True
    return [ring for ring in rings if ring]


MULTIPLE = Chem.MolFromSmarts("*=,#*")
ACETAL = Chem.MolFromSmarts("[CX4]([O,N,S])[O,N,S]")


def functional_atoms(molecule):
    atoms = {atom.GetIdx() for atom in molecule.GetAtoms() if atom.GetAtomicNum() != 6}
    for match in molecule.GetSubstructMatches(MULTIPLE, maxMatches=10 ** 6):
        for atom in match:
            atoms.add(atom)
    for match in molecule.GetSubstructMatches(ACETAL, maxMatches=10 ** 6):
        atoms.add(match[0])
    return atoms


def motif_sets(molecule):
    groups, own = [], {}
    for atom in functional_atoms(molecule):
        own[atom] = len(groups)
        groups.append({atom})
    for bond in molecule.GetBonds():
        if bond.IsInRing():
            continue
        i, j = sorted((bond.GetBeginAtomIdx(), bond.GetEndAtomIdx()))
        if i in own and j in own:
            if own[i] != own[j]:
                groups[own[i]] |= groups[own[j]]
                groups[own[j]] = set()
                own[j] = own[i]
        elif i in own:
            groups[own[i]].add(j)
        elif j in own:
            groups[own[j]].add(i)
        else:
            groups.append({i, j})
    in_ring = [atom.IsInRing() for atom in molecule.GetAtoms()]
    groups = [g for g in groups if len(g) > 1 or len(g) == 1 and not in_ring[min(g)]]
    motifs = groups + ring_systems(molecule)
    return motifs or [{0} if molecule.GetNumAtoms() == 1 else set()]


def motif_row(molecule, motif):
    row = [0] * 12
    for atom in motif:
        symbol = molecule.GetAtomWithIdx(atom).GetSymbol()
        if symbol in ("C", "O", "N", "P", "S"):
            row[["C", "O", "N", "P", "S"].index(symbol)] += 1
        elif symbol in ("F", "Cl", "Br", "I"):
            row[5] = 1
        else:
            row[6] = 1
    for bond in molecule.GetBonds():
        if bond.GetBeginAtomIdx() in motif and bond.GetEndAtomIdx() in motif:
            row[7 + index(bond.GetBondType(), TYPES)] += 1
            row[11] |= int(bond.IsInRing())
    if len(motif) == 1 and row[0] == 1:
        return [0] * 12
    return [min(value, size - 1) for value, size in zip(row, MOTIF_SIZES)]


def features(smiles):
    molecule = Chem.MolFromSmiles(smiles)
    if molecule is None or molecule.GetNumAtoms() == 0:
        return {"refused": True}
    motifs = motif_sets(molecule)
    return {"atoms": [atom_row(atom) for atom in molecule.GetAtoms()], "bonds": [bond_row(bond) for bond in molecule.GetBonds()],
            "motif_sequence": [sorted(motif) for motif in motifs], "motif_features": [motif_row(molecule, m) for m in motifs]}


def rows(arguments):
    if arguments[0] == "--lines":
        with open(arguments[1], encoding="utf-8") as lines:
            for line in lines:
                yield line.rstrip("\n")
        return
    opened = gzip.open if arguments[0].endswith(".gz") else open
    with opened(arguments[0], "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row[arguments[1]]


def main():
    RDLogger.DisableLog("rdApp.*")
    for smiles in rows(sys.argv[1:]):
        print(json.dumps({"smiles": smiles} | features(smiles), separators=(",", ":")))


if __name__ == "__main__":
    main()
