package fr.hubee.it.people;

import fr.hubee.people.account.AccountEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects the events of accounts, as other features observe them. */
@ApplicationScoped
public class HeardOfAccounts {
    private final List<AccountEvent> events = new CopyOnWriteArrayList<>();

    void on(@Observes AccountEvent event) {
        events.add(event);
    }

    public List<AccountEvent> of(UUID accountId) {
        return events.stream()
                .filter(event -> event.accountId().equals(accountId))
                .toList();
    }
}
