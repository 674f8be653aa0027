package fr.hubee.people.signin;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.session.SignInMethod;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/** Records failures before a person is identified; {@code FederatedSignInService} records its own refusals. */
@Stateless
public class FederatedRefusalService {
    private static final Caller NOBODY = new Caller("unknown", null, Set.of(), Set.of(), null);

    @Inject
    AuditJournal journal;

    @PermitAll // there is no authenticated person
    public void record(FederatedRefusal refusal, String address) {
        journal.record(Act.by(NOBODY.from(address), AuditAction.SIGN_IN_REFUSED)
                .with(Changes.told("reason", refusal).and("method", SignInMethod.PROCONNECT)));
    }
}
