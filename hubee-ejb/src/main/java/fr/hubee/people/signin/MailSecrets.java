package fr.hubee.people.signin;

import fr.hubee.kernel.security.SecretHash;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.password.PasswordLink;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.password.PasswordLinkStore;
import fr.hubee.people.secondfactor.SignInCode;
import fr.hubee.people.secondfactor.SignInStepStore;
import fr.hubee.people.secondfactor.SixDigits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Creates secrets for mails when they are sent, since only their hashes are stored. A mail sent again contains a new
 * secret; the earlier one stays valid until it expires.
 */
@Dependent
public class MailSecrets {
    @Inject
    PasswordLinkStore links;

    @Inject
    SignInStepStore steps;

    @Inject
    SecretHash secrets;

    @Inject
    Clock clock;

    /** The secret at the end of the link. */
    public String link(UUID accountId, LinkPurpose purpose) {
        var token = TokenText.fresh();
        links.add(new PasswordLink(Sha256.hex(token), accountId, purpose, clock.instant()));
        return token;
    }

    /** Six digits; useless if the sign-in is over by then. */
    public String code(UUID signInId) {
        var now = clock.instant();
        var code = SixDigits.fresh();
        var hash = secrets.of(code); // slow: before the step is locked
        steps.findForUpdate(signInId, now).ifPresent(step -> steps.add(new SignInCode(step.id(), hash, now)));
        return code;
    }
}
