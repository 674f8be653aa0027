package fr.hubee.signin.password;

import fr.hubee.account.AccountLookup;
import fr.hubee.account.KnownAccount;
import fr.hubee.signin.attempt.Login;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Links that let a person choose a password; {@code SignInService.choosePassword} uses them. */
@Stateless
@PermitAll // whoever asks is not known yet
public class LinkService {
    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofHours(1);

    @Inject
    PasswordLinks links;

    @Inject
    AccountLookup accounts;

    @Inject
    LinkSending sending;

    @Inject
    Clock clock;

    /**
     * Has a link sent to the person, if there is one who may come in. Nothing tells whether it is: the requests of a
     * login are counted, and the fourth within an hour does nothing, whether it exists or not.
     */
    public void ask(String typed, String address) {
        var login = Login.of(typed);
        var now = clock.instant();
        boolean counted = links.countRequest(login, MOST, now.minus(WITHIN), now);
        accounts.findByLogin(login.text())
                .filter(account -> counted && account.active())
                .ifPresent(account -> sending.send(account, LinkPurpose.RESET, account.caller(address)));
    }

    /** What the link is for; to look does not use it. Empty when it is of no use any more. */
    public Optional<LinkView> look(String token) {
        return links.find(token, clock.instant())
                .flatMap(link -> accounts.find(link.accountId())
                        .filter(KnownAccount::active)
                        .map(account -> new LinkView(link.purpose(), account.email())));
    }
}
