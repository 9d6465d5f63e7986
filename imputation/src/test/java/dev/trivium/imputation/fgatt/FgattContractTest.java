package dev.trivium.imputation.fgatt;

import dev.trivium.imputation.ImputerContract;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;

class FgattContractTest extends ImputerContract {

    @Override
    protected ImputerSpec spec() {
        FgattSpec standard = FgattSpec.standard();
        return standard.withArchitecture(standard.architecture().withWindow(12).withSizes(8, 2, 16, 1));
    }

    @Override
    protected Training training() {
        return super.training().withEpochs(1);
    }
}
