package fr.hubee.lifetime.store;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;

/** Reports each damaged file once: in the log, in the journal, and by mail to the national administrators. */
@Dependent
class DamageAlarm {
    /** Monitoring looks for this code (docs/operations.md). */
    private static final String DAMAGED = "HUBEE-STORE-DAMAGED attachment {0}: {1}";

    private static final System.Logger LOG = System.getLogger(DamageAlarm.class.getName());

    @Inject
    AuditJournal journal;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    void raise(List<DamagedFile> found) {
        for (var file : found) {
            LOG.log(Level.ERROR, DAMAGED, file.attachment(), file.damage());
            journal.record(Act.by(Caller.HUB, AuditAction.FILE_DAMAGED)
                    .on(null, file.attachment())
                    .with(Changes.told("damage", file.damage())));
            var values = MailValues.of("file", file.attachment().toString())
                    .and("process", file.processCode())
                    .and("damage", file.damage().label());
            accounts.nationalAdministrators()
                    .forEach(person -> outbox.post(NewMail.to(person, MailTemplate.FILE_DAMAGED, values)));
        }
    }
}
