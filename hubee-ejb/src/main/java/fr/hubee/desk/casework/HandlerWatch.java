package fr.hubee.desk.casework;

import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;

/** Removes the handlers who may no longer handle a case. */
@Dependent
class HandlerWatch {
    @Inject
    HandlerRepository handlers;

    @Inject
    AccountLookup accounts;

    void on(@Observes AccountEvent.Deactivated event) {
        handlers.removeAllOf(event.accountId(), Set.of());
    }

    void on(@Observes AccountEvent.RightsChanged event) {
        accounts.find(event.accountId())
                .ifPresent(person -> handlers.removeAllOf(person.id(), person.managedProcesses()));
    }
}
