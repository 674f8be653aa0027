package fr.hubee.it.people;

import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.PasswordEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps the mails that sign-in asks for. */
@ApplicationScoped
public class HeardAtSignIn {
    private final Queue<PasswordEvent> heard = new ConcurrentLinkedQueue<>();

    void on(@Observes PasswordEvent event) {
        heard.add(event);
    }

    List<PasswordEvent> about(KnownAccount person) {
        return heard.stream()
                .filter(event -> event.accountId().equals(person.id()))
                .toList();
    }
}
