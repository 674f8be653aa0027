package fr.hubee.signin.federated;

import fr.hubee.audit.Act;
import fr.hubee.audit.AuditAction;
import fr.hubee.audit.AuditJournal;
import fr.hubee.audit.Changes;
import fr.hubee.security.Caller;
import fr.hubee.signin.session.SignInMethod;
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
