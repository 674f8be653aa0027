package fr.hubee.batch.digest;

import fr.hubee.batch.run.EachWriter;
import fr.hubee.batch.run.RunContext;
import fr.hubee.digest.DigestService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Writes the digest of each. */
@Named
@Dependent
public class DigestWriter extends EachWriter<UUID> {
    @Inject
    RunContext context;

    @Inject
    DigestService digests;

    @Override
    protected boolean treat(UUID subscription) {
        return digests.compose(subscription, context.slot());
    }
}
