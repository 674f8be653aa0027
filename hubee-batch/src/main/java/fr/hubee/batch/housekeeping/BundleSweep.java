package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.bundle.BundleSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Deletes the ZIPs that were kept for a day, and those that hold what is gone. */
@Named
@Dependent
public class BundleSweep extends Sweep {
    @Inject
    BundleSweepService bundles;

    @Override
    protected long sweep() throws IOException {
        return bundles.sweep();
    }
}
