package fr.hubee.batch;

import fr.hubee.journal.job.HubStarted;
import fr.hubee.journal.job.JobSettings;
import fr.hubee.kernel.security.Roles;
import fr.hubee.mail.outbox.MailRounds;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Sends mails that could not be sent at once. It does not wait for them: a slow relay does not pile up timers. */
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    @Resource
    TimerService timers;

    @Inject
    JobSettings settings;

    @Inject
    MailRounds rounds;

    @PermitAll // at server start there is no caller
    public void begin(@Observes HubStarted event) {
        Timers.start(timers, settings.roundEvery(), "mails");
    }

    @Timeout
    @DenyAll // denied to all but the timer
    void round() {
        rounds.start();
    }
}
