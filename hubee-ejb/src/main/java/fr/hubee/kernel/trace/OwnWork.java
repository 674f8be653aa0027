package fr.hubee.kernel.trace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins the hub's own work: the round of a timer, the run of a job. Each has an identifier, as a request has, and a trace if a collector
 * is configured. A round without work should not begin any.
 */
@Dependent
public class OwnWork {
    private static final System.Logger LOG = System.getLogger(OwnWork.class.getName());

    private final Optional<Tracing> tracing;

    @Inject
    public OwnWork() {
        this(Tracing.ofThisServer());
    }

    OwnWork(Optional<Tracing> tracing) {
        this.tracing = tracing;
    }

    /**
     * Begins a round under a new identifier.
     *
     * @param name one of a few fixed names
     * @param requester the request that began it: it may also do work of other requests
     */
    public WorkSpan round(String name, Requester requester) {
        var id = WorkId.fresh();
        if (!requester.id().isEmpty()) {
            LOG.log(Level.DEBUG, "{0} {1} was begun by {2}", name, id, requester.id());
        }
        return tracing.map(on -> on.round(name, id, requester)).orElseGet(() -> WorkSpan.named(id));
    }

    /** Begins the run of a job, which already has an identifier. */
    public WorkSpan run(String job, UUID run) {
        var id = run.toString();
        return tracing.map(on -> on.run(job, id)).orElseGet(() -> WorkSpan.named(id));
    }
}
