package fr.hubee.audit;

import fr.hubee.security.Caller;
import fr.hubee.shared.OrganizationKey;

/**
 * Something that somebody did.
 *
 * @param organization which is concerned; null when none is
 * @param subject the identifier of what was acted upon; null when there is none
 * @param version of the subject once it is done; null where it has none
 */
public record Act(
        AuditAction action, Caller who, OrganizationKey organization, String subject, Long version, Changes changes) {

    public static Act by(Caller who, AuditAction action) {
        return new Act(action, who, null, null, null, Changes.NONE);
    }

    /** @param subject told by its text */
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

    /** Tells more about it. */
    public Act with(Changes more) {
        return new Act(action, who, organization, subject, version, more);
    }
}
