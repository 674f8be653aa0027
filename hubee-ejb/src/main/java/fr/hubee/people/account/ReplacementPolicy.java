package fr.hubee.people.account;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.NewReplacement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Defines who may replace whom, for how long, and when that gives rights. */
final class ReplacementPolicy {
    /** Maximum length in days, both ends counted. */
    static final int LONGEST = 90;

    /** A replacement is not planned earlier than that, in days. */
    static final int FURTHEST = 365;

    private ReplacementPolicy() {}

    /**
     * Whether the deputy has the rights of the absent person today. It is checked at each request: the rights end with the last day, and
     * with the account, the roles or the organisation of either.
     */
    static boolean lends(Replacement replacement, Account absent, Account deputy, LocalDate today) {
        return replacement.isRunning(today)
                && deputy.isActive()
                && isPair(absent, deputy)
                && hasSomethingToLend(absent);
    }

    /** Whether the absent person has rights to lend: only in a service, since the people of an operator see its démarches by their type. */
    static boolean hasSomethingToLend(Account absent) {
        return absent.isActive()
                && absent.organization().type() == OrganizationType.SI
                && absent.rights().showFolders();
    }

    private static boolean isPair(Account absent, Account deputy) {
        return !absent.id().equals(deputy.id()) && absent.organization().equals(deputy.organization());
    }

    /**
     * Whether the actor may name her. This gives rights, so that the actor must manage both accounts. Nobody may name herself, except a
     * local administrator, who may see her service's télédossiers anyway (ADR 20).
     */
    static boolean mayReplace(Actor actor, Account absent, Account deputy) {
        return deputy.isActive()
                && isPair(absent, deputy)
                && actor.type().manages().contains(deputy.actorType())
                && (!actor.owns(deputy) || actor.type() == ActorType.LOCAL_ADMINISTRATOR);
    }

    static void requireFirstDay(NewReplacement wanted, LocalDate today) {
        var first = wanted.firstDay();
        if (first == null) {
            throw new InvalidRequest(Words.text("people.replacement.firstDay"));
        }
        if (first.isBefore(today)) {
            throw new InvalidRequest(Words.text("people.replacement.firstDayPast"));
        }
        if (first.isAfter(today.plusDays(FURTHEST))) {
            throw new InvalidRequest(Words.text("people.replacement.firstDayFar"));
        }
    }

    static void requireLastDay(NewReplacement wanted) {
        var last = wanted.lastDay();
        if (last == null) {
            throw new InvalidRequest(Words.text("people.replacement.lastDay"));
        }
        if (wanted.firstDay() == null) {
            return;
        }
        if (last.isBefore(wanted.firstDay())) {
            throw new InvalidRequest(Words.text("people.replacement.lastDayBefore"));
        }
        if (last.isAfter(wanted.firstDay().plusDays(LONGEST - 1L))) {
            throw new InvalidRequest(Words.text("people.replacement.tooLong", LONGEST));
        }
    }

    /** @param others of the same absent person */
    static void requireFree(NewReplacement wanted, List<Replacement> others) {
        if (wanted.firstDay() == null || wanted.lastDay() == null) {
            return;
        }
        others.stream()
                .filter(other -> other.overlaps(wanted.firstDay(), wanted.lastDay()))
                .findFirst()
                .ifPresent(other -> {
                    throw new InvalidRequest(Words.text(
                            "people.replacement.overlaps",
                            Paris.DAY.format(other.firstDay()),
                            Paris.DAY.format(other.lastDay())));
                });
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), Paris.ZONE);
    }
}
