package dev.trivium.molecular.sample;

import dev.trivium.molecular.TaskKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sets of molecules that ship with the library. */
public final class MoleculeSamples {

    private static final MoleculeSample MELTING_POINTS = new MoleculeSample("melting-points",
            "Melting points of 1,500 organic substances",
            "Melting points as collected by Wikidata, for the organic substances of the smallest PubChem numbers. Collected, not curated: some"
                    + " values are wrong.",
            "CC0 1.0 (statements of Wikidata); taken from the Python package chemicals, MIT, Copyright (C) 2016-2021 Caleb Bell",
            "Wikidata, the free knowledge base, wikidata.org; Python package chemicals 1.5.2; structures from PubChem",
            new MoleculeSample.Content(1500, "smiles", "melting_point", TaskKind.REGRESSION, "K",
                    "638b3a952dc9f26c18df6b7a4a17a501a6a5f9d6b0f491daa7237be2a33cd5d1"));

    private MoleculeSamples() {}

    /** {@return melting points of 1,500 organic substances, in kelvin} */
    public static MoleculeSample meltingPoints() {
        return MELTING_POINTS;
    }

    /** {@return all samples} */
    public static List<MoleculeSample> all() {
        return List.of(MELTING_POINTS);
    }

    /**
     * {@return the sample of this name; case does not matter}
     *
     * @throws IllegalArgumentException if there is no such sample; the message lists those there are
     */
    public static MoleculeSample get(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return all().stream().filter(sample -> sample.name().equals(wanted)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("name must be a sample, one of "
                        + all().stream().map(MoleculeSample::name).collect(Collectors.joining(", ")) + ", got " + name));
    }
}
