package dev.trivium.data.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the {@code molecules} of a data set in {@code catalog.json}. */
final class MoleculeHints {

    private MoleculeHints() {}

    static MoleculeTable read(JsonNode node) throws IOException {
        CatalogReader.allow(node, Set.of("kind", "smiles", "tasks", "units", "file", "splits"));
        List<MoleculeTable.Parts> splits = new ArrayList<>();
        for (JsonNode split : node.path("splits")) {
            List<String> files = ReadingHints.texts(split);
            if (files.size() != 3) {
                throw new IOException("split of the catalogue must be three files, got " + split);
            }
            splits.add(new MoleculeTable.Parts(files.get(0), files.get(1), files.get(2)));
        }
        return new MoleculeTable(MoleculeTable.Labels.valueOf(CatalogReader.constant(CatalogReader.text(node, "kind"))),
                CatalogReader.text(node, "smiles"), ReadingHints.texts(node.path("tasks")), ReadingHints.units(node.path("units")),
                CatalogReader.optional(node, "file"), splits);
    }
}
