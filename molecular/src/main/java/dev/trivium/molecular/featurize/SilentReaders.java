package dev.trivium.molecular.featurize;

import java.io.Reader;
import org.openscience.cdk.io.DefaultChemObjectReader;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.io.MDLV3000Reader;
import org.openscience.cdk.tools.ILoggingTool;
import org.openscience.cdk.tools.LoggingToolFactory;

/**
 * CDK's readers of structure blocks without their logs, which would go to the standard error stream for every malformed block. What they
 * have to say goes to the {@link BlockFaults} or comes as an exception. Logs of other CDK classes stay as they are.
 */
final class SilentReaders {

    static {
        Class<? extends ILoggingTool> former = LoggingToolFactory.getLoggingToolClass();
        LoggingToolFactory.setLoggingToolClass(NoLog.class);
        new MDLV2000Reader(); // a class keeps the log that it finds when it is first used
        new MDLV3000Reader();
        LoggingToolFactory.setLoggingToolClass(former);
    }

    private SilentReaders() {}

    static DefaultChemObjectReader v2000(Reader text, BlockFaults faults) {
        return telling(new MDLV2000Reader(text), faults);
    }

    static DefaultChemObjectReader v3000(Reader text, BlockFaults faults) {
        return telling(new MDLV3000Reader(text), faults);
    }

    private static DefaultChemObjectReader telling(DefaultChemObjectReader reader, BlockFaults faults) {
        reader.setErrorHandler(faults);
        return reader;
    }

    /** Takes messages and drops them. Public because CDK looks for {@link #create} by reflection. */
    public static final class NoLog implements ILoggingTool {

        private NoLog() {}

        /** {@return a log for a class} */
        public static ILoggingTool create(Class<?> forClass) {
            return new NoLog();
        }

        @Override
        public void dumpSystemProperties() {}

        @Override
        public void setStackLength(int length) {}

        @Override
        public void dumpClasspath() {}

        @Override
        public void debug(Object message) {}

        @Override
        public void debug(Object message, Object... more) {}

        @Override
        public void error(Object message) {}

        @Override
        public void error(Object message, Object... more) {}

        @Override
        public void fatal(Object message) {}

        @Override
        public void info(Object message) {}

        @Override
        public void info(Object message, Object... more) {}

        @Override
        public void warn(Object message) {}

        @Override
        public void warn(Object message, Object... more) {}

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public void setLevel(int level) {}

        @Override
        public int getLevel() {
            return OFF;
        }
    }
}
