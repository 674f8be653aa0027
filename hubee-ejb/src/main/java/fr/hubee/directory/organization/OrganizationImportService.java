package fr.hubee.directory.organization;

import fr.hubee.directory.organization.ImportPlan.PlannedLine;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Imports a file of organisations into the register; {@code docs/organizations.md} describes its format.
 *
 * <p>A refused line does not stop the others. The run is one transaction: an interruption rolls all of it back.
 * Meanwhile organisations can be read but not written by others.
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class OrganizationImportService {
    /** Maximum size of a file, in bytes. */
    public static final int MOST_BYTES = SentCsv.MOST_BYTES;

    /** Number of organisations written at once: few database round trips, little memory. */
    private static final int PART = 500;

    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /**
     * A dry run of {@link #run}.
     *
     * @throws InvalidRequest with a message, when the whole file is invalid
     */
    public ImportReport check(Caller caller, InputStream file) {
        return report(false, plan(FileLine.read(file)));
    }

    /** @throws InvalidRequest with a message, when the whole file is invalid */
    public ImportReport run(Caller caller, InputStream file) {
        var lines = FileLine.read(file);
        organizations.holdAll();
        var planned = plan(lines);
        var changing =
                planned.stream().filter(line -> line.isNew() || line.isChange()).toList();
        for (int start = 0; start < changing.size(); start += PART) {
            write(caller, changing.subList(start, Math.min(start + PART, changing.size())));
        }
        return report(true, planned);
    }

    private List<PlannedLine> plan(List<FileLine> lines) {
        var plan = new ImportPlan(organizations.details());
        return lines.stream().map(plan::take).toList();
    }

    private void write(Caller caller, List<PlannedLine> lines) {
        var now = clock.instant();
        var known = organizations.find(lines.stream()
                .filter(PlannedLine::isChange)
                .map(PlannedLine::key)
                .toList());
        var written = new ArrayList<Organization>();
        for (var line : lines) {
            written.add(line.isNew() ? added(line, now) : changed(known.get(line.key()), line, now));
        }
        organizations.flush(); // which gives the changed organisations their new version
        for (int i = 0; i < lines.size(); i++) {
            journal.record(act(caller, lines.get(i)).version(written.get(i).version()));
        }
        organizations.flushAndForget();
    }

    private Organization added(PlannedLine line, Instant now) {
        var organization = new Organization(line.key(), line.after(), now);
        organizations.add(organization);
        return organization;
    }

    private static Organization changed(Organization organization, PlannedLine line, Instant now) {
        organization.change(line.after(), now);
        return organization;
    }

    private static Act act(Caller caller, PlannedLine line) {
        var action = line.isNew() ? AuditAction.ORGANIZATION_CREATED : AuditAction.ORGANIZATION_CHANGED;
        return Act.by(caller, action).on(line.key(), line.key()).changing(line.before(), line.after());
    }

    private static ImportReport report(boolean written, List<PlannedLine> lines) {
        return new ImportReport(written, lines.stream().map(PlannedLine::report).toList());
    }
}
