package fr.hubee.batch.retention;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.retention.ArchivingService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Cases that were closed long enough. */
@Named
@Dependent
public class ArchivingReader extends KeyReader<UUID> {
    @Inject
    ArchivingService service;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return service.due(after, maxResult);
    }
}
