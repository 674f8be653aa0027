package fr.hubee.people.password;

import fr.hubee.kernel.shared.Transactions;
import fr.hubee.kernel.trace.WorkId;
import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.session.Login;
import io.opentelemetry.context.Context;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Sends a link to a person who forgot her password, on a thread of its own: the request does not wait for it. */
@Dependent
class ForgottenLinks {
    @Resource
    ManagedExecutorService executor;

    @Inject
    Transactions transactions;

    @Inject
    AccountLookup accounts;

    @Inject
    LinkSending sending;

    void sendLater(Login login, String address) {
        var request = WorkId.current().orElseGet(WorkId::fresh);
        executor.execute(Context.current().wrap(() -> sendFor(request, login, address)));
    }

    private void sendFor(String request, Login login, String address) {
        var bound = WorkId.bind(request);
        try {
            transactions.run(() -> send(login, address));
        } finally {
            bound.close();
        }
    }

    private void send(Login login, String address) {
        accounts.findByLogin(login.text())
                .filter(KnownAccount::active)
                .ifPresent(account -> sending.send(account, LinkPurpose.RESET, account.caller(address)));
    }
}
