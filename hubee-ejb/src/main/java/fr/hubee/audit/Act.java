package fr.hubee.audit;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;

/**
 * An action to record in the journal.
 *
 * @param organization the one concerned; null when there is none
 * @param subject the identifier of the object acted upon; null when there is none
 * @param version of the subject after the action; null where it has none
 */
public record Act(
        AuditAction action, Caller who, OrganizationKey organization, String subject, Long version, Changes changes) {

    public static Act by(Caller who, AuditAction action) {
        return new Act(action, who, null, null, null, Changes.NONE);
    }

    /** @param subject recorded as its text */
    public Act on(OrganizationKey concerned, Object subject) {
        return new Act(action, who, concerned, String.valueOf(subject), version, changes);
    }

    public Act version(long number) {
        return new Act(action, who, organization, subject, number, changes);
    }

    /** @param before and after are records, or null for what did not exist */
    public Act changing(Record before, Record after) {
        return new Act(action, who, organization, subject, version, Changes.between(before, after));
    }

    /** Adds details. */
    public Act with(Changes more) {
        return new Act(action, who, organization, subject, version, more);
    }
}
