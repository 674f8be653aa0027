package fr.hubee.journal.audit;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An action to record in the journal.
 *
 * @param organization the one concerned; null when there is none
 * @param subject the identifier of the object acted upon; null when there is none
 * @param version of the subject after the action; null where it has none
 * @param forWhom the logins of the absent people whom a deputy acts for; empty where her own rights suffice
 */
public record Act(
        AuditAction action,
        Caller who,
        OrganizationKey organization,
        String subject,
        Long version,
        Changes changes,
        Set<String> forWhom) {
    /** Acts for which it is enough to be allowed to read télédossiers. */
    private static final Set<AuditAction> READING =
            EnumSet.of(AuditAction.CASE_READ, AuditAction.CASE_PRINTED, AuditAction.CASES_EXPORTED);

    public static Act by(Caller who, AuditAction action) {
        return new Act(action, who, null, null, null, Changes.NONE, Set.of());
    }

    /** @param subject recorded as its text */
    public Act on(OrganizationKey concerned, Object subject) {
        return new Act(action, who, concerned, String.valueOf(subject), version, changes, forWhom);
    }

    public Act version(long number) {
        return new Act(action, who, organization, subject, number, changes, forWhom);
    }

    /** @param before and after are records, or null for what did not exist */
    public Act changing(Record before, Record after) {
        return new Act(action, who, organization, subject, version, Changes.between(before, after), forWhom);
    }

    public Act with(Changes more) {
        return new Act(action, who, organization, subject, version, more, forWhom);
    }

    /** Adds that it concerns télédossiers of these démarches: a deputy may act with the rights of a colleague. */
    public Act about(Collection<String> processCodes) {
        boolean managing = !READING.contains(action);
        var people = processCodes.stream()
                .flatMap(code -> who.forWhom(code, managing).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Act(action, who, organization, subject, version, changes, people);
    }

    /** Returns the changes that the journal keeps. */
    Changes recorded() {
        return forWhom.isEmpty() ? changes : changes.and(AuditLine.FOR_WHOM, forWhom);
    }
}
