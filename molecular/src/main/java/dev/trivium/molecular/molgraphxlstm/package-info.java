/** MolGraph-xLSTM. */
@NullMarked
package dev.trivium.molecular.molgraphxlstm;

import org.jspecify.annotations.NullMarked;
