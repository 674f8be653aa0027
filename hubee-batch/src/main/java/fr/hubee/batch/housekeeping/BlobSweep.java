package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.folder.BlobSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Deletes drafts left by a crash and bytes that no row names. */
@Named
@Dependent
public class BlobSweep extends Sweep {
    @Inject
    BlobSweepService blobs;

    @Override
    protected long sweep() throws IOException {
        return blobs.sweep();
    }
}
