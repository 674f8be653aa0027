package fr.hubee.people.password;

import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.trace.WorkId;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.session.Login;
import io.opentelemetry.context.Context;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Links that let a person choose a password; {@code SignInService.choosePassword} uses them. */
@Stateless
@PermitAll // the caller is not authenticated yet
public class LinkService {
    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofHours(1);

    @Inject
    PasswordLinkStore links;

    @Inject
    AccountLookup accounts;

    @Inject
    Transactions transactions;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Clock clock;

    /**
     * Sends the person a link, if an active account exists. Neither the answer nor the time it takes shows whether it does: requests
     * are counted by login, existing or not, the fourth within an hour has no effect, and the account is looked for afterwards.
     */
    public void ask(String typed, String address) {
        var login = Login.of(typed);
        var now = clock.instant();
        if (links.countRequest(login, MOST, now.minus(WITHIN), now)) {
            sendLater(login, address);
        }
    }

    /** Sends the link on a thread of its own: the request does not wait for it. */
    private void sendLater(Login login, String address) {
        var request = WorkId.current().orElseGet(WorkId::fresh);
        executor.execute(Context.current().wrap(() -> {
            var bound = WorkId.bind(request);
            try {
                transactions.run(() -> send(login, address));
            } finally {
                bound.close();
            }
        }));
    }

    private void send(Login login, String address) {
        accounts.findByLogin(login.text())
                .filter(KnownAccount::active)
                .ifPresent(account -> links.send(account, LinkPurpose.RESET, account.caller(address)));
    }

    /** The content of the link, without using it. Empty when it is no longer valid. */
    public Optional<LinkView> find(String token) {
        return links.find(token, clock.instant())
                .flatMap(link -> accounts.find(link.accountId())
                        .filter(KnownAccount::active)
                        .map(account -> new LinkView(link.purpose(), account.email())));
    }

    /** The content of a link, as the page shows it before it is used. */
    public record LinkView(LinkPurpose purpose, String login) {}
}
