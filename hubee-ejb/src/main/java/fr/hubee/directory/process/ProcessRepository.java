package fr.hubee.directory.process;

import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import fr.hubee.kernel.database.Conditions;
import fr.hubee.kernel.database.RowLookup;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.trace.AdvisoryLock;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@Dependent
class ProcessRepository {
    @PersistenceContext
    EntityManager entities;

    Optional<Process> find(String code) {
        return Optional.ofNullable(RowLookup.find(entities, Process.class, code));
    }

    /** Returns the démarche as it is committed, even if this transaction has read it before. */
    Optional<Process> readAgain(String code) {
        var found = find(code);
        found.ifPresent(entities::refresh);
        return found;
    }

    /** Locks the row for a change: a concurrent change waits. */
    Process requireForUpdate(String code) {
        return Optional.ofNullable(RowLookup.findLocked(entities, Process.class, code))
                .orElseThrow(() -> NotFound.of("Process"));
    }

    /** Whether the code is free; called before a creation: a concurrent creation of the same code waits. */
    boolean isFree(String code) {
        AdvisoryLock.take(entities, "Process " + code);
        return find(code).isEmpty();
    }

    Optional<FileSchema> schema(String code, String type) {
        return Optional.ofNullable(RowLookup.find(entities, FileSchema.class, new FileSchema.Id(code, type)));
    }

    /** Keeps the text of a schema, instead of the one that was there. */
    void write(String code, String type, byte[] content, String sha256) {
        schema(code, type)
                .ifPresentOrElse(
                        kept -> kept.write(content, sha256),
                        () -> entities.persist(new FileSchema(code, type, content, sha256)));
    }

    void removeSchema(String code, String type) {
        schema(code, type).ifPresent(entities::remove);
    }

    void add(Process process) {
        entities.persist(process);
    }

    /** Flushes pending changes, which gives a changed démarche its new version. */
    void flush() {
        entities.flush();
    }

    /** The catalogue has some dozens of entries, each with its own lists: they are loaded completely. */
    List<RegisteredProcess> list(ProcessColumn order, String companyRegister) {
        var conditions = new Conditions().and("p.details.osl.companyRegister = :register", "register", companyRegister);
        var jpql = "select p from Process p" + conditions.where() + " order by " + order.path() + ", p.code";
        return conditions
                .bind(entities.createQuery(jpql, Process.class))
                .getResultStream()
                .map(Process::registered)
                .toList();
    }

    List<String> codesOf(OrganizationKey osl) {
        return entities.createQuery(
                        "select p.code from Process p where p.details.osl = :osl order by p.code", String.class)
                .setParameter("osl", osl)
                .getResultList();
    }
}
