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

    /** @param days with both bounds */
    public record PassedMilestone(CaseMilestone milestone, Days days) {}

    /** The moments when something happens to a case for the first time. */
    public enum CaseMilestone {
        PICKED_UP_BY_PERSON("picked_up_by_person_at"),
        PICKED_UP_BY_SOFTWARE("picked_up_by_software_at"),
        /** Treated or refused. */
        ENDED("ended_at");

        private final String column;

        CaseMilestone(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
