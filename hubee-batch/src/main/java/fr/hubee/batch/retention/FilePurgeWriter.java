package fr.hubee.batch.retention;

import fr.hubee.batch.step.PurgeWriter;
import fr.hubee.retention.FilePurgeService;
import fr.hubee.retention.Treated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Erases them. */
@Named
@Dependent
public class FilePurgeWriter extends PurgeWriter {
    @Inject
    FilePurgeService service;

    @Override
    protected Treated treat(List<UUID> items) {
        return service.purge(items);
    }
}
