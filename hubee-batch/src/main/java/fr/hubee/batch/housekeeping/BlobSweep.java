package fr.hubee.batch.housekeeping;

import fr.hubee.folder.BlobSweepService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Deletes drafts left by a crash and bytes that no row names. */
@Named
@Dependent
public class BlobSweep extends AbstractBatchlet {
    @Inject
    BlobSweepService blobs;

    @Override
    public String process() throws IOException {
        return String.valueOf(blobs.sweep());
    }
}
