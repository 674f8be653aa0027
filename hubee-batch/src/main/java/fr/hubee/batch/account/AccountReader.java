package fr.hubee.batch.account;

import fr.hubee.batch.step.KeyReader;
import fr.hubee.reminder.ReminderService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Reads the accounts that something may be due for. */
@Named
@Dependent
public class AccountReader extends KeyReader<UUID> {
    @Inject
    ReminderService service;

    @Override
    protected List<UUID> next(UUID after, int maxResult) {
        return service.accounts(after, maxResult);
    }
}
