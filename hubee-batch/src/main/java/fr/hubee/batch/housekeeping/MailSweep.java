package fr.hubee.batch.housekeeping;

import fr.hubee.batch.step.Sweep;
import fr.hubee.mail.MailSweepService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets mails that ended a month ago. */
@Named
@Dependent
public class MailSweep extends Sweep {
    @Inject
    MailSweepService mails;

    @Override
    protected long sweep() {
        return mails.forgetOld();
    }
}
