package fr.hubee.batch.retention;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.retention.FolderDeletionService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Folders that were archived long enough. */
@Named
@Dependent
public class FolderDeletionReader extends KeyReader<UUID> {
    @Inject
    FolderDeletionService service;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return service.due(after, maxResult);
    }
}
