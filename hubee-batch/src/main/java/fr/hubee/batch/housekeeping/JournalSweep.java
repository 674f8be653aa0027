package fr.hubee.batch.housekeeping;

import fr.hubee.audit.JournalKeepingService;
import fr.hubee.batch.step.Sweep;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Makes the months of the journal that come, and drops those that were kept long enough. */
@Named
@Dependent
public class JournalSweep extends Sweep {
    @Inject
    JournalKeepingService journal;

    @Override
    protected long sweep() throws IOException {
        return journal.keep();
    }
}
