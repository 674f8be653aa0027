package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.KnownAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects one mail per address, for all its alerts of unopened télédossiers: how many of which démarche, since when, and where they are;
 * nothing about a person.
 */
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

    void toService(Unopened cases) {
        at(cases.email(), values -> NewMail.to(cases.email(), MailTemplate.UNOPENED, values))
                .toOpen()
                .add(cases);
    }

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
                .map(each -> each.mail().apply(values(each.toOpen(), each.toKnow())))
                .toList();
    }

    /**
     * @param toOpen of the service that reads the mail
     * @param toKnow of services that the reader is responsible for; those in {@code toOpen} are left out
     */
    private MailValues values(List<Unopened> toOpen, List<Unopened> toKnow) {
        var more = toKnow.stream().filter(each -> !toOpen.contains(each)).toList();
        var all = Stream.concat(toOpen.stream(), more.stream()).toList();
        var services = services(all);
        var processes = more.stream()
                .collect(Collectors.groupingBy(Unopened::processCode, LinkedHashMap::new, Collectors.toList()));
        var lines = Stream.concat(
                        toOpen.stream().map(this::line),
                        processes.values().stream().map(AlertDigests::line))
                .toList();
        return MailValues.NONE
                .and("news", lines)
                .and("settingsPath", settings == null ? settings(all) : settings)
                .and("process", Words.text("desk.alert.subject"))
                .and(
                        "organization",
                        services.size() == 1 ? services.get(0) : Words.text("desk.alert.several", services.size()));
    }

    /**
     * Returns the line of one service and démarche. It links to the list for télédossiers of the portal, to the page of the subscription for
     * those that software has not fetched.
     */
    private MailValues line(Unopened cases) {
        return line(
                counted(cases.cases(), cases.processName()),
                cases.cases(),
                cases.oldest(),
                cases.inSoftware() ? "/abonnement?id=" + cases.subscription() : cases.announced(line));
    }

    /** Returns the line of one démarche. */
    private static MailValues line(List<Unopened> cases) {
        var process = cases.get(0);
        long count = cases.stream().mapToLong(Unopened::cases).sum();
        var services = services(cases);
        return line(
                counted(count, process.processName()) + ", "
                        + (services.size() == 1 ? services.get(0) : Words.text("desk.alert.services", services.size())),
                count,
                cases.stream()
                        .map(Unopened::oldest)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                "/a-surveiller?demarche=" + URLEncoder.encode(process.processCode(), StandardCharsets.UTF_8));
    }

    private static MailValues line(String what, long cases, Instant oldest, String path) {
        var text = cases == 1
                ? Words.text("desk.alert.waits", what, Paris.DAY.format(oldest))
                : Words.text("desk.alert.oldestWaits", what, Paris.DAY.format(oldest));
        return MailValues.of("text", text).and("listPath", path);
    }

    private static String counted(long cases, String process) {
        return cases == 1 ? Words.text("desk.alert.one", process) : Words.text("desk.alert.many", cases, process);
    }

    /** Returns the name of each service once. */
    private static List<String> services(List<Unopened> cases) {
        var names = cases.stream()
                .collect(Collectors.toMap(
                        Unopened::service, Unopened::serviceName, (name, same) -> name, LinkedHashMap::new));
        return List.copyOf(names.values());
    }

    /** Returns the page of the one subscription, or the list of several. */
    private static String settings(List<Unopened> cases) {
        var subscriptions = cases.stream()
                .map(Unopened::subscription)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return subscriptions.size() == 1 ? "/abonnement?id=" + subscriptions.get(0) : "/abonnements";
    }
}
