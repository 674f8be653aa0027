package fr.hubee.batch.digest;

import fr.hubee.batch.run.RunContext;
import fr.hubee.batch.step.ChunkWriter;
import fr.hubee.digest.DigestService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Writes their digests. */
@Named
@Dependent
public class DigestWriter extends ChunkWriter<UUID> {
    @Inject
    RunContext context;

    @Inject
    DigestService digests;

    @Override
    protected long treat(List<UUID> subscriptions) {
        return digests.compose(subscriptions, context.slot());
    }
}
