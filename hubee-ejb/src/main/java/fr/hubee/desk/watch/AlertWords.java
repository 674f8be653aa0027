package fr.hubee.desk.watch;

import fr.hubee.kernel.shared.Paris;
import fr.hubee.mail.template.MailValues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the mail about unopened télédossiers: how many of which démarche, since when, and where they are; nothing about a person. */
final class AlertWords {
    private static final DateTimeFormatter DAY = Paris.moments("d MMMM uuuu");

    private AlertWords() {}

    /**
     * @param toOpen of the service that reads the mail
     * @param toKnow of services that the reader is responsible for; those in {@code toOpen} are left out
     * @param line identifier with which the list shows those to open
     * @param settings page of the mail settings; null for the page of the subscription
     */
    static MailValues values(List<Unopened> toOpen, List<Unopened> toKnow, UUID line, String settings) {
        var more = toKnow.stream().filter(each -> !toOpen.contains(each)).toList();
        var lines = Stream.concat(
                        toOpen.stream().map(each -> line(each, line)),
                        byProcess(more).stream().map(AlertWords::line))
                .toList();
        return MailValues.NONE
                .and("news", lines)
                .and(
                        "settingsPath",
                        settings == null ? settings(Stream.concat(toOpen.stream(), more.stream())) : settings)
                .and("process", "télédossiers que personne n’a ouverts")
                .and("organization", service(Stream.concat(toOpen.stream(), more.stream())));
    }

    private static Collection<List<Unopened>> byProcess(List<Unopened> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(Unopened::processCode, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static MailValues line(Unopened cases, UUID line) {
        return line(
                counted(cases.cases(), cases.processName()) + waits(cases.cases(), cases.oldest()), list(cases, line));
    }

    /** Returns the line of one démarche. */
    private static MailValues line(List<Unopened> cases) {
        var process = cases.get(0);
        long count = cases.stream().mapToLong(Unopened::cases).sum();
        var oldest = cases.stream()
                .map(Unopened::oldest)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return line(
                counted(count, process.processName()) + ", " + services(cases.stream()) + waits(count, oldest),
                "/a-surveiller?demarche=" + encoded(process.processCode()));
    }

    private static MailValues line(String text, String path) {
        return MailValues.of("text", text).and("listPath", path);
    }

    private static String counted(long cases, String process) {
        return (cases == 1 ? "1 télédossier" : cases + " télédossiers") + " de « " + process + " »";
    }

    private static String waits(long cases, Instant oldest) {
        return (cases == 1 ? " : il attend depuis le " : " : le plus ancien attend depuis le ") + DAY.format(oldest);
    }

    private static String services(Stream<Unopened> cases) {
        var names = names(cases);
        return names.size() == 1 ? names.get(0) : names.size() + " services";
    }

    /** Returns the text after « Service : ». */
    private static String service(Stream<Unopened> cases) {
        var names = names(cases);
        return names.size() == 1 ? names.get(0) : "plusieurs (" + names.size() + ")";
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
