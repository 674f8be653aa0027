package fr.hubee.desk.digest;

import fr.hubee.people.account.AccountEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Restarts the idle period when an account is reactivated. */
@ApplicationScoped
class ActivationWatch {
    @Inject
    ReminderRepository reminders;

    @Inject
    Clock clock;

    void on(@Observes AccountEvent.Activated event) {
        reminders.activated(event.accountId(), clock.instant());
    }
}
