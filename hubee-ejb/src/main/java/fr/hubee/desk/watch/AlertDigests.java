package fr.hubee.desk.watch;

import fr.hubee.mail.outbox.NewMail;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.mail.template.MailValues;
import fr.hubee.people.account.KnownAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Collects one mail per address, for all its alerts. */
final class AlertDigests {
    private final UUID line;
    private final String settings;
    private final Map<String, Digest> digests = new LinkedHashMap<>();

    private record Digest(Function<MailValues, NewMail> mail, List<Unopened> toOpen, List<Unopened> toKnow) {}

    private AlertDigests(UUID line, String settings) {
        this.line = line;
        this.settings = settings;
    }

    /** @param line identifier with which the list shows the cases that its service is alerted of */
    static AlertDigests ofService(UUID line) {
        return new AlertDigests(line, null);
    }

    static AlertDigests ofOperator() {
        return new AlertDigests(null, "/a-surveiller#delais");
    }

    /** Adds cases to the mail for the address of their subscription. */
    void toService(Unopened cases) {
        at(cases.email(), values -> NewMail.to(cases.email(), MailTemplate.UNOPENED, values))
                .toOpen()
                .add(cases);
    }

    /** Adds all these cases to the mail of each of these people. */
    void toAll(List<KnownAccount> administrators, List<Unopened> cases) {
        if (!cases.isEmpty()) {
            administrators.forEach(person -> at(
                            person.email(), values -> NewMail.to(person, MailTemplate.UNOPENED, values))
                    .toKnow()
                    .addAll(cases));
        }
    }

    private Digest at(String email, Function<MailValues, NewMail> mail) {
        return digests.computeIfAbsent(
                email.toLowerCase(Locale.ROOT), any -> new Digest(mail, new ArrayList<>(), new ArrayList<>()));
    }

    List<NewMail> mails() {
        return digests.values().stream()
                .map(each -> each.mail().apply(AlertWords.values(each.toOpen(), each.toKnow(), line, settings)))
                .toList();
    }
}
