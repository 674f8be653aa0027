package fr.hubee.directory.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.database.NodeCache;
import fr.hubee.kernel.shared.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PostUpdate;
import java.util.Optional;

/**
 * Reads démarches for other features of this module; the calling feature checks the permissions. Their rules are remembered, since the
 * exchange needs them at each request, and they change some times a year.
 */
@ApplicationScoped
public class ProcessLookup {
    private static final int MOST_SCHEMAS = 50;

    @Inject
    ProcessRepository processes;

    @Inject
    NodeCache<KnownProcess> known;

    private final Cache<String, DocumentSchema> schemas =
            Caffeine.newBuilder().maximumSize(MOST_SCHEMAS).build();

    /** Returns a démarche; not for a transaction that changes it. */
    public Optional<ProcessDetails> find(String code) {
        return read(code).map(KnownProcess::details);
    }

    /** Returns the demands of a démarche on the files of a deposit. */
    public DepositGate gate(String code) {
        return read(code).map(KnownProcess::gate).orElse(DepositGate.NONE);
    }

    private Optional<KnownProcess> read(String code) {
        return known.read(
                code,
                () -> processes.readAgain(code).map(process -> new KnownProcess(process.details(), process.gate())));
    }

    /**
     * Returns the schema of a type of files.
     *
     * @param sha256 as its démarche says
     * @throws Conflict when it has changed since
     */
    public DocumentSchema schema(String code, String type, String sha256) {
        return schemas.get(
                sha256,
                digest -> processes
                        .schema(code, type)
                        .filter(schema -> schema.sha256().equals(digest))
                        .map(schema -> DocumentSchema.of(schema.content()))
                        .orElseThrow(() -> new Conflict("Process " + code + " has changed meanwhile")));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Invalidation invalidation) {
        if (invalidation.subject() == Subject.PROCESS) {
            known.forget(invalidation.key());
        }
    }

    /** Removes changed démarches from the cache of this node; a trigger informs the others. */
    static class ProcessChanges {
        @Inject
        Event<Invalidation> invalidations;

        @PostUpdate
        void changed(Process process) {
            invalidations.fire(new Invalidation(Subject.PROCESS, process.code()));
        }
    }

    record KnownProcess(ProcessDetails details, DepositGate gate) {}
}
