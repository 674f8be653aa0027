package fr.hubee.mail.outbox;

import fr.hubee.kernel.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Deletes mails a month after they were sent, abandoned or dropped: they contain addresses. */
@Stateless
public class MailSweepService {
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    MailRepository mails;

    @Inject
    Clock clock;

    /** @return how many were deleted */
    @RolesAllowed(Roles.BATCH)
    public int forgetOld() {
        return mails.removeEndedBefore(clock.instant().minus(KEPT));
    }
}
