package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.CaseScope.PassedMilestone;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The télédossiers that people see in the portal, limited by {@link CaseReach}. */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class CaseListService {
    /** The maximum number of lines in an export. */
    public static final int LONGEST_EXPORT = 20_000;

    @Inject
    CaseListRepository cases;

    @Inject
    AuditJournal journal;

    public CasePage page(Caller caller, CaseFilter filter) {
        return cases.page(caller, filter);
    }

    /** The cases before and after a position in the list; the case at that position may have left the list. */
    public CaseNeighbours neighbours(Caller caller, CaseFilter filter, CaseCursor place) {
        return cases.neighbours(caller, filter, place);
    }

    /** Returns the counts of every tab, within the other filters. */
    public CaseCounts counts(Caller caller, CaseFilter filter) {
        return cases.counts(caller, filter);
    }

    /** The démarches that the list can be filtered by. */
    public List<ListedProcess> processes(Caller caller) {
        return cases.processes(caller);
    }

    /** The name of a service that the list is filtered by, for those who see several; empty when there is no such service. */
    @RolesAllowed({Roles.BUSINESS, Roles.ADMIN})
    public Optional<String> serviceName(Caller caller, OrganizationKey service) {
        return cases.name(service);
    }

    private static Changes passed(Changes changes, PassedMilestone passed) {
        return passed == null
                ? changes
                : changes.and("milestone", passed.milestone())
                        .and("milestoneFrom", passed.days().from())
                        .and("milestoneTo", passed.days().to());
    }

    /** Records the export of the list, before its lines are read page by page. */
    public void beginExport(Caller caller, CaseFilter filter, String format) {
        journal.record(Act.by(caller, AuditAction.CASES_EXPORTED)
                .on(caller.organization(), format)
                .with(passed(Changes.NONE, filter.scope().passed())
                        .and("tab", filter.tab())
                        .and("processCodes", filter.processCodes())
                        .and("from", filter.transmitted().from())
                        .and("to", filter.transmitted().to())
                        .and("changedFrom", filter.changed().from())
                        .and("changedTo", filter.changed().to())
                        .and("mine", filter.scope().mine() ? true : null)
                        .and("announced", filter.scope().announced() != null ? true : null)
                        .and("organization", filter.scope().service())
                        .and("searched", filter.text() != null)) // the search text may name a person: never recorded
                .about(filter.processCodes().isEmpty() ? caller.processCodes() : filter.processCodes()));
    }

    /** The previous and next case in a list; null at the ends. */
    public record CaseNeighbours(UUID previous, UUID next) {}
}
