package fr.hubee.batch.housekeeping;

import fr.hubee.mail.MailSweepService;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Forgets mails that ended a month ago. */
@Named
@Dependent
public class MailSweep extends AbstractBatchlet {
    @Inject
    MailSweepService mails;

    @Override
    public String process() {
        return String.valueOf(mails.forgetOld());
    }
}
