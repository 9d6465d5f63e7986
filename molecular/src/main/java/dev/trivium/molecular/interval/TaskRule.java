package dev.trivium.molecular.interval;

import java.util.List;
import java.util.Map;

/** What was learnt for one task. */
sealed interface TaskRule permits NumberRule, LabelRule {

    /** {@return calibration molecules with a label of the task} */
    int points();

    /** {@return the shares for which there is an interval or set} */
    List<Double> shares();

    /** {@return what could not be had of the shares that were asked for} */
    List<String> notes(List<Double> asked);

    Map<String, Object> describe();
}
