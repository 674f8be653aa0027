package fr.hubee.batch.account;

import fr.hubee.batch.step.EachWriter;
import fr.hubee.reminder.ReminderService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Reminds each person, or closes the account. */
@Named
@Dependent
public class AccountWriter extends EachWriter<UUID> {
    @Inject
    ReminderService service;

    @Override
    protected boolean treat(UUID key) {
        return service.treat(key);
    }
}
