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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
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
    private static final DateTimeFormatter DAY = Paris.moments(Words.text("desk.day"));

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
                .map(each -> each.mail().apply(values(each.toOpen(), each.toKnow(), line, settings)))
                .toList();
    }

    /**
     * @param toOpen of the service that reads the mail
     * @param toKnow of services that the reader is responsible for; those in {@code toOpen} are left out
     * @param line identifier with which the list shows those to open
     * @param settings page of the mail settings; null for the page of the subscription
     */
    private static MailValues values(List<Unopened> toOpen, List<Unopened> toKnow, UUID line, String settings) {
        var more = toKnow.stream().filter(each -> !toOpen.contains(each)).toList();
        var lines = Stream.concat(
                        toOpen.stream().map(each -> line(each, line)),
                        byProcess(more).stream().map(AlertDigests::line))
                .toList();
        return MailValues.NONE
                .and("news", lines)
                .and(
                        "settingsPath",
                        settings == null ? settings(Stream.concat(toOpen.stream(), more.stream())) : settings)
                .and("process", Words.text("desk.alert.subject"))
                .and("organization", service(Stream.concat(toOpen.stream(), more.stream())));
    }

    private static Collection<List<Unopened>> byProcess(List<Unopened> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Unopened::processCode, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static MailValues line(Unopened cases, UUID line) {
        return line(
                waits(counted(cases.cases(), cases.processName()), cases.cases(), cases.oldest()), list(cases, line));
    }

    private static MailValues line(List<Unopened> cases) {
        var process = cases.get(0);
        long count = cases.stream().mapToLong(Unopened::cases).sum();
        var oldest = cases.stream()
                .map(Unopened::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return line(
                waits(counted(count, process.processName()) + ", " + services(cases.stream()), count, oldest),
                "/a-surveiller?demarche=" + encoded(process.processCode()));
    }

    private static MailValues line(String text, String path) {
        return MailValues.of("text", text).and("listPath", path);
    }

    private static String counted(long cases, String process) {
        return cases == 1 ? Words.text("desk.alert.one", process) : Words.text("desk.alert.many", cases, process);
    }

    private static String waits(String what, long cases, Instant oldest) {
        return cases == 1
                ? Words.text("desk.alert.waits", what, DAY.format(oldest))
                : Words.text("desk.alert.oldestWaits", what, DAY.format(oldest));
    }

    private static String services(Stream<Unopened> cases) {
        var names = names(cases);
        return names.size() == 1 ? names.get(0) : Words.text("desk.alert.services", names.size());
    }

    /** Returns the text after « Service : ». */
    private static String service(Stream<Unopened> cases) {
        var names = names(cases);
        return names.size() == 1 ? names.get(0) : Words.text("desk.alert.several", names.size());
    }

    private static List<String> names(Stream<Unopened> cases) {
        var names = cases.collect(
                Collectors.toMap(Unopened::service, Unopened::serviceName, (name, same) -> name, LinkedHashMap::new));
        return List.copyOf(names.values());
    }

    /**
     * Returns the link: to the list for télédossiers of the portal, to the page of the subscription for those that software has not
     * fetched.
     */
    private static String list(Unopened cases, UUID line) {
        return cases.inSoftware() ? "/abonnement?id=" + cases.subscription() : cases.announced(line);
    }

    /** The page of the one subscription, or the list of several. */
    private static String settings(Stream<Unopened> cases) {
        var subscriptions = cases.map(Unopened::subscription)
                .filter(Objects::nonNull)
                .map(UUID::toString)
                .distinct()
                .toList();
        return subscriptions.size() == 1 ? "/abonnement?id=" + subscriptions.get(0) : "/abonnements";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
