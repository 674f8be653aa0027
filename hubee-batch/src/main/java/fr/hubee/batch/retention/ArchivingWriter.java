package fr.hubee.batch.retention;

import fr.hubee.batch.step.PurgeWriter;
import fr.hubee.retention.ArchivingService;
import fr.hubee.retention.Treated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Archives them. */
@Named
@Dependent
public class ArchivingWriter extends PurgeWriter {
    @Inject
    ArchivingService service;

    @Override
    protected Treated treat(List<UUID> items) {
        return service.archive(items);
    }
}
