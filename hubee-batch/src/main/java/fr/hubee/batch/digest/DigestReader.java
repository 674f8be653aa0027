package fr.hubee.batch.digest;

import fr.hubee.batch.run.RunContext;
import fr.hubee.batch.step.KeyReader;
import fr.hubee.digest.DigestService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Reads the subscriptions for which something arrived. */
@Named
@Dependent
public class DigestReader extends KeyReader<UUID> {
    @Inject
    RunContext context;

    @Inject
    DigestService digests;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return digests.waiting(context.slot(), after, maxResult);
    }
}
