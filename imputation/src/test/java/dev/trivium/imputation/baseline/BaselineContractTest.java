package dev.trivium.imputation.baseline;

import dev.trivium.imputation.ImputerContract;
import dev.trivium.imputation.ImputerSpec;
import org.junit.jupiter.api.Nested;

class BaselineContractTest {

    @Nested
    class Mean extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return new MeanSpec();
        }
    }

    @Nested
    class Last extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return new LastSpec();
        }
    }

    @Nested
    class Linear extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return new LinearSpec();
        }
    }

    @Nested
    class NearestNodes extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return NearestNodesSpec.standard();
        }
    }

    @Nested
    class MatrixFactorisation extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return new MatrixFactorisationSpec(4);
        }
    }

    @Nested
    class RidgeAr extends ImputerContract {
        @Override
        protected ImputerSpec spec() {
            return RidgeArSpec.standard();
        }
    }
}
