package fr.hubee.batch.subscription;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.subscription.SubscriptionStartService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Reads the subscriptions whose day has come. */
@Named
@Dependent
public class SubscriptionStartReader extends KeyReader<UUID> {
    @Inject
    SubscriptionStartService service;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return service.beginning(after, maxResult);
    }
}
