package fr.hubee.batch.retention;

import fr.hubee.batch.step.PurgeWriter;
import fr.hubee.retention.FolderDeletionService;
import fr.hubee.retention.Treated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Deletes them. */
@Named
@Dependent
public class FolderDeletionWriter extends PurgeWriter {
    @Inject
    FolderDeletionService service;

    @Override
    protected Treated treat(List<UUID> items) {
        return service.delete(items);
    }
}
