package fr.hubee.portal.desk.home;

import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.desk.watch.WorkingDays;
import fr.hubee.exchange.status.Answers;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.portal.desk.casefile.CaseText;
import fr.hubee.portal.field.FrenchDates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case of the queue in words: since when it waits, until when, why, and what to do next.
 *
 * @param deadline last day for its handling and its files; empty when there is none
 * @param over whether the law allows no more time
 * @param late whether it has waited for longer than a week of work, or than the law allows
 */
public record WaitingText(
        WaitingCase line,
        String name,
        String age,
        String deadline,
        String reason,
        String next,
        boolean over,
        boolean late) {
    private static final int WEEK = 5;

    private static final FrenchDates DATES = new FrenchDates();

    /** @param manages whether the person may handle it, not only read it */
    static WaitingText of(
            WaitingCase line, Deadlines deadlines, OrganizationKey service, boolean manages, Instant now) {
        int days = WorkingDays.between(day(line.since()), day(now), service);
        var legal = deadlines.legal(line).orElse(null);
        boolean over = legal != null && legal.isBefore(day(now));
        return new WaitingText(
                line,
                name(line),
                age(line, days, day(now)),
                deadline(legal, deadlines.filesUntil(line).orElse(null), day(now)),
                reason(line, day(now)),
                manages ? next(line) : "Vous pouvez le lire, mais pas le traiter.",
                over,
                over || days > WEEK);
    }

    private static String deadline(LocalDate legal, LocalDate filesUntil, LocalDate today) {
        var words = new ArrayList<String>();
        if (legal != null) {
            words.add(CaseText.legalDeadline(legal, today));
        }
        if (filesUntil != null) {
            words.add(
                    filesUntil.isBefore(today)
                            ? "Ses pièces ont pu être effacées après le " + DATES.day(filesUntil) + "."
                            : "Pièces disponibles jusqu’au " + DATES.day(filesUntil) + ".");
        }
        return String.join(" ", words);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Paris.ZONE);
    }

    private static String name(WaitingCase line) {
        var name = (line.firstName() + " " + line.lastName()).strip();
        return name.isEmpty() ? line.externalId() : name;
    }

    private static String age(WaitingCase line, int days, LocalDate today) {
        if (days == 0) {
            var when = day(line.since()).equals(today) ? "aujourd’hui" : "le " + DATES.day(line.since());
            return (line.isAnswered() ? "réponse arrivée " : "arrivé ") + when;
        }
        return "attend depuis " + (days == 1 ? "1 jour ouvré" : days + " jours ouvrés");
    }

    private static String reason(WaitingCase line, LocalDate today) {
        if (line.isAnswered()) {
            return "Le demandeur a répondu le " + DATES.day(line.since()) + " : " + answers(line.answers()) + ".";
        }
        if (line.completedAt() != null) {
            return "Complété par le demandeur le " + DATES.day(line.completedAt()) + ".";
        }
        return switch (line.status()) {
            case SENT -> "Personne ne l’a encore ouvert.";
            case SI_RECEIVED -> "Ouvert, mais pas encore pris en charge.";
            default ->
                day(line.updatedAt()).equals(today)
                        ? "En cours : mis à jour aujourd’hui."
                        : "En cours : rien n’a changé depuis le " + DATES.day(line.updatedAt()) + ".";
        };
    }

    private static String answers(Answers answers) {
        boolean message = isUnseen(answers, answers.message());
        boolean files = isUnseen(answers, answers.files());
        return message && files ? "nouveau message et nouvelle pièce" : message ? "nouveau message" : "nouvelle pièce";
    }

    private static boolean isUnseen(Answers answers, Instant at) {
        return at != null && !at.isBefore(answers.unseenSince());
    }

    private static String next(WaitingCase line) {
        if (line.isAnswered()) {
            return "Ouvrez-le pour lire la réponse.";
        }
        if (line.completedAt() != null) {
            return "Regardez ce qui a été ajouté, puis reprenez le traitement.";
        }
        return switch (line.status()) {
            case SENT -> "Ouvrez-le : il est alors reçu.";
            case SI_RECEIVED -> "Prenez-le en charge.";
            default -> "Continuez, puis terminez-le.";
        };
    }

    /**
     * The deadlines of cases.
     *
     * @param legalDays number of days after the arrival, by démarche
     * @param lastDays last days on which the files of a case are available, where known
     */
    record Deadlines(Map<String, Integer> legalDays, Function<WaitingCase, Optional<LocalDate>> lastDays) {

        /** Returns empty where the law gives no delay, or the service has done its part. */
        Optional<LocalDate> legal(WaitingCase line) {
            return Optional.ofNullable(legalDays.get(line.processCode()))
                    .filter(days -> WaitingCase.isUnfinished(line.status()))
                    .map(days -> LocalDate.ofInstant(line.transmittedAt(), Paris.ZONE)
                            .plusDays(days));
        }

        Optional<LocalDate> filesUntil(WaitingCase line) {
            return lastDays.apply(line);
        }
    }
}
