package fr.hubee.batch.retention;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.retention.FilePurgeService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Files that no case needs any more. */
@Named
@Dependent
public class FilePurgeReader extends KeyReader<UUID> {
    @Inject
    FilePurgeService service;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return service.due(after, maxResult);
    }
}
