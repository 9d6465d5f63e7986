package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import java.util.Arrays;
import java.util.Locale;

/**
 * The published settings of the public data sets: 100 epochs at rate 1e-4 in classification, 200 at 2e-4 in regression.
 *
 * <p>Widths above 512 are heavy for a processor; {@link Architecture#withChannels} narrows them.
 */
public enum PublishedSettings {
    /** Inhibitors of β-secretase 1. */
    BACE(TaskKind.CLASSIFICATION, 4, 256, 8, 16),
    /** Blood-brain barrier penetration. */
    BBBP(TaskKind.CLASSIFICATION, 4, 256, 8, 8),
    /** Inhibition of HIV replication. */
    HIV(TaskKind.CLASSIFICATION, 2, 128, 4, 8),
    /** Approval and failure in clinical trials for toxicity. */
    CLINTOX(TaskKind.CLASSIFICATION, 4, 128, 8, 8),
    /** Side effects of 27 kinds. */
    SIDER(TaskKind.CLASSIFICATION, 4, 128, 8, 8),
    /** Toxicity in 12 assays. */
    TOX21(TaskKind.CLASSIFICATION, 4, 128, 8, 8),
    /** Free energy of hydration. */
    FREESOLV(TaskKind.REGRESSION, 4, 256, 8, 8),
    /** Solubility in water, Delaney's set. */
    ESOL(TaskKind.REGRESSION, 4, 256, 8, 8),
    /** Lipophilicity. */
    LIPO(TaskKind.REGRESSION, 4, 128, 8, 8),
    /** Intestinal absorption. */
    HIA(TaskKind.CLASSIFICATION, 4, 32, 4, 4),
    /** Blocking of the hERG channel. */
    HERG(TaskKind.CLASSIFICATION, 4, 32, 4, 4),
    /** Inhibition of CYP2D6. */
    CYP2D6(TaskKind.CLASSIFICATION, 4, 64, 4, 4),
    /** Mutagenicity. */
    AMES(TaskKind.CLASSIFICATION, 4, 64, 4, 4),
    /** Binding to plasma proteins. */
    PPBR(TaskKind.REGRESSION, 4, 64, 4, 4),
    /** Inhibition of P-glycoprotein. */
    PGP(TaskKind.CLASSIFICATION, 4, 128, 4, 4),
    /** Oral bioavailability. */
    BIOAVAILABILITY(TaskKind.CLASSIFICATION, 4, 128, 4, 4),
    /** Inhibition of CYP3A4. */
    CYP3A4(TaskKind.CLASSIFICATION, 4, 128, 4, 4),
    /** Inhibition of CYP2C9. */
    CYP2C9(TaskKind.CLASSIFICATION, 4, 128, 4, 4),
    /** Permeability of Caco-2 cells. */
    CACO2(TaskKind.REGRESSION, 4, 128, 4, 4),
    /** Acute toxicity. */
    LD50(TaskKind.REGRESSION, 4, 128, 4, 4),
    /** Liver injury. */
    DILI(TaskKind.CLASSIFICATION, 4, 128, 8, 8);

    private final MolGraphXlstmSpec spec;

    PublishedSettings(TaskKind kind, int power, int channels, int experts, int heads) {
        Recipe recipe = kind == TaskKind.REGRESSION ? Recipe.published(2e-4, 200) : Recipe.published(1e-4, 100);
        spec = new MolGraphXlstmSpec(kind, new Architecture(power, channels, experts, heads), Objective.published(), recipe,
                Calibration.NONE, Reading.standard());
    }

    /** {@return the setting} */
    public MolGraphXlstmSpec spec() {
        return spec;
    }

    static MolGraphXlstmSpec of(String dataset) {
        return Arrays.stream(values()).filter(s -> s.name().equals(dataset.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(String.format(Locale.ROOT, "dataset must be one of %s, got %s",
                        Arrays.toString(values()), dataset)))
                .spec();
    }
}
