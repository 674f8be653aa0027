package fr.hubee.batch.subscription;

import fr.hubee.batch.step.EachWriter;
import fr.hubee.subscription.SubscriptionStartService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Tells it of each. */
@Named
@Dependent
public class SubscriptionStartWriter extends EachWriter<UUID> {
    @Inject
    SubscriptionStartService service;

    @Override
    protected boolean treat(UUID key) {
        return service.begin(key);
    }
}
