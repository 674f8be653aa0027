package fr.hubee.batch.retention;

import fr.hubee.batch.step.Sweep;
import fr.hubee.statistics.CountingService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Counts the days that are over, before anything of them is deleted. */
@Named
@Dependent
public class DayCount extends Sweep {
    @Inject
    CountingService counting;

    @Override
    protected long sweep() {
        return counting.countMissingDays();
    }
}
