package fr.hubee.directory.organization;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
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
import java.util.Optional;
import java.util.UUID;

/** Keeps a file between its check and its import, which any node may do: one for each person, for a day. */
@Stateless
@RolesAllowed(RoleNames.ADMIN)
public class OrganizationFileService {
    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    OrganizationImportService imports;

    @Inject
    Clock clock;

    /**
     * Keeps a file in the place of the one that the person checked before.
     *
     * @throws InvalidRequest with a message, when the whole file is invalid
     */
    public UUID check(Caller caller, String fileName, byte[] content) {
        imports.check(caller, new ByteArrayInputStream(content));
        var id = UuidV7.next();
        var file = own(caller).orElseGet(() -> new OrganizationFile(caller.name()));
        file.keep(id, fileName, content, clock.instant());
        entities.persist(file);
        return id;
    }

    /** Empty when it is no longer there. */
    public Optional<KeptFile> read(Caller caller, UUID id) {
        return find(caller, id)
                .map(file -> new KeptFile(file.fileName(), file.content() == null ? null : plan(caller, file)));
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
                .orElseThrow(OrganizationFileService::gone);
        var report = imports.run(caller, new ByteArrayInputStream(content));
        own(caller).orElseThrow().isImported(report.toCsv()); // again: the import forgets all entities
        return report;
    }

    /** Returns the report of an import, planned or done, as a spreadsheet. */
    public String report(Caller caller, UUID id) {
        var file = find(caller, id).orElseThrow(OrganizationFileService::gone);
        return file.content() == null ? file.report() : plan(caller, file).toCsv();
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

    private ImportReport plan(Caller caller, OrganizationFile file) {
        return imports.check(caller, new ByteArrayInputStream(file.content()));
    }

    private Optional<OrganizationFile> find(Caller caller, UUID id) {
        return Optional.ofNullable(entities.find(OrganizationFile.class, caller.name()))
                .filter(file -> file.id().equals(id));
    }

    /** A concurrent request of the same person waits. */
    private Optional<OrganizationFile> own(Caller caller) {
        AdvisoryLock.take(entities, "File of " + caller.name());
        return Optional.ofNullable(entities.find(OrganizationFile.class, caller.name()));
    }

    /**
     * A file that was checked.
     *
     * @param plan what importing it would do now; null once it is imported
     */
    public record KeptFile(String fileName, ImportReport plan) {}
}
