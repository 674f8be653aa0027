package fr.hubee.desk.caselist;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;

/**
 * Filter of a link to the list of cases.
 *
 * @param mine only those that the caller handles
 * @param announced only those that this line of a mail announced; null for any
 * @param service only those of that service; null for any, and ignored for those who see one organisation only
 * @param passed only those that passed a milestone on some days; null for any
 */
public record CaseScope(boolean mine, UUID announced, OrganizationKey service, PassedMilestone passed) {
    public static final CaseScope ANY = new CaseScope(false, null, null, null);

    /** Whether it names few cases, which are read one by one, in no order. */
    boolean isOfKnownCases() {
        return mine || announced != null || passed != null;
    }
}
