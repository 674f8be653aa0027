package fr.hubee.batch.mail;

import fr.hubee.mail.MailRounds;
import fr.hubee.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has mails sent that could not leave at once. It waits for nothing: a slow relay makes no queue of timers. */
@Startup
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailTimer {
    @Inject
    MailRounds rounds;

    @Schedule(hour = "*", minute = "*", info = "mails")
    @DenyAll // to everybody but the timer
    void everyMinute() {
        rounds.start();
    }
}
