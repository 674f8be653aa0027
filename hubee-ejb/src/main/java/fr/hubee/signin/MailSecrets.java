package fr.hubee.signin;

import fr.hubee.security.SecretHash;
import fr.hubee.security.TokenText;
import fr.hubee.signin.password.LinkPurpose;
import fr.hubee.signin.password.PasswordLink;
import fr.hubee.signin.password.PasswordLinks;
import fr.hubee.signin.secondfactor.SignInCode;
import fr.hubee.signin.secondfactor.SignInSteps;
import fr.hubee.signin.secondfactor.SixDigits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes what must stand in a mail and nowhere else: only its hash is stored, so it is made when the mail leaves. A mail
 * that leaves again holds a new one; the earlier one stays good until its term.
 */
@Dependent
public class MailSecrets {
    @Inject
    PasswordLinks links;

    @Inject
    SignInSteps steps;

    @Inject
    SecretHash secrets;

    @Inject
    Clock clock;

    /** The text that the link ends with. */
    public String link(UUID accountId, LinkPurpose purpose) {
        var token = TokenText.fresh();
        links.add(new PasswordLink(TokenText.hash(token), accountId, purpose, clock.instant()));
        return token;
    }

    /** Six digits; good for nothing if the sign-in is over by then. */
    public String code(UUID signInId) {
        var now = clock.instant();
        var code = SixDigits.fresh();
        var hash = secrets.of(code); // slow: before the step is held
        steps.findForUpdate(signInId, now).ifPresent(step -> steps.add(new SignInCode(step.id(), hash, now)));
        return code;
    }
}
