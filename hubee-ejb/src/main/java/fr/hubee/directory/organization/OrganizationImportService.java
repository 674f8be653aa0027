package fr.hubee.directory.organization;

import fr.hubee.directory.organization.ImportPlan.PlannedLine;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.SentCsv;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Imports a file of organisations into the register; {@code docs/organizations.md} describes its format. The file is kept between its check
 * and its import, which any node may do: one for each person, for a day.
 *
 * <p>A refused line does not stop the others. The run is one transaction: an interruption rolls all of it back.
 * Meanwhile organisations can be read but not written by others.
 */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class OrganizationImportService {
    /** Maximum size of a file, in bytes. */
    public static final int MOST_BYTES = SentCsv.MOST_BYTES;

    private static final Duration KEPT = Duration.ofDays(1);
    /** Number of organisations written at once: few database round trips, little memory. */
    private static final int PART = 500;

    @PersistenceContext
    EntityManager entities;

    @Inject
    OrganizationRepository organizations;

    @Inject
    AuditJournal journal;

    @Inject
    Clock clock;

    /**
     * Keeps a file in the place of the one that the person checked before.
     *
     * @throws InvalidRequest with a message, when the whole file is invalid
     */
    public UUID check(Caller caller, String fileName, byte[] content) {
        lines(content);
        var id = UuidV7.next();
        var file = own(caller).orElseGet(() -> new OrganizationFile(caller.name()));
        file.keep(id, fileName, content, clock.instant());
        entities.persist(file);
        return id;
    }

    /** Empty when it is no longer there. */
    public Optional<KeptFile> read(Caller caller, UUID id) {
        return find(caller, id)
                .map(file -> new KeptFile(
                        file.fileName(), file.content() == null ? null : report(plan(lines(file.content())))));
    }

    /**
     * Imports it, once: the second of two clicks waits for the first, and is refused.
     *
     * @throws InvalidRequest when it is imported already, or no longer there
     */
    public ImportReport run(Caller caller, UUID id) {
        var content = own(caller)
                .filter(file -> file.id().equals(id))
                .map(OrganizationFile::content)
                .orElseThrow(OrganizationImportService::gone);
        var lines = lines(content);
        organizations.holdAll();
        var planned = plan(lines);
        var changing =
                planned.stream().filter(line -> line.isNew() || line.isChange()).toList();
        for (int start = 0; start < changing.size(); start += PART) {
            write(caller, changing.subList(start, Math.min(start + PART, changing.size())));
        }
        var report = report(planned);
        own(caller).orElseThrow().isImported(report.toCsv()); // again: writing forgets all entities
        return report;
    }

    public String report(Caller caller, UUID id) {
        var file = find(caller, id).orElseThrow(OrganizationImportService::gone);
        return file.content() == null
                ? file.report()
                : report(plan(lines(file.content()))).toCsv();
    }

    /** @return how many were deleted */
    @RolesAllowed(RoleNames.BATCH)
    public int forgetOld() {
        return entities.createQuery("delete from OrganizationFile f where f.keptAt < :date")
                .setParameter("date", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static InvalidRequest gone() {
        return new InvalidRequest(Words.text("directory.import.gone"));
    }

    private Optional<OrganizationFile> find(Caller caller, UUID id) {
        return Optional.ofNullable(RowLookup.find(entities, OrganizationFile.class, caller.name()))
                .filter(file -> file.id().equals(id));
    }

    /** A concurrent request of the same person waits. */
    private Optional<OrganizationFile> own(Caller caller) {
        AdvisoryLock.take(entities, "File of " + caller.name());
        return Optional.ofNullable(RowLookup.find(entities, OrganizationFile.class, caller.name()));
    }

    private static List<FileLine> lines(byte[] content) {
        return FileLine.read(new ByteArrayInputStream(content));
    }

    private List<PlannedLine> plan(List<FileLine> lines) {
        var plan = new ImportPlan(organizations.details());
        return lines.stream().map(plan::take).toList();
    }

    private static ImportReport report(List<PlannedLine> lines) {
        return new ImportReport(lines.stream().map(PlannedLine::report).toList());
    }

    private void write(Caller caller, List<PlannedLine> lines) {
        var now = clock.instant();
        var known = organizations.find(lines.stream()
                .filter(PlannedLine::isChange)
                .map(PlannedLine::key)
                .toList());
        var written = lines.stream()
                .map(line -> line.isNew() ? added(line, now) : changed(known.get(line.key()), line, now))
                .toList();
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

    /**
     * A file that was checked.
     *
     * @param plan what importing it would do now; null once it is imported
     */
    public record KeptFile(String fileName, ImportReport plan) {}
}
