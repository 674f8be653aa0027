package fr.hubee.kernel.trace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins what the hub does by itself: the round of a timer, the run of a job. Each has an identifier as a request has, and a
 * trace where a collector hears of it. What finds nothing to do should not begin any.
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
     * Under a new identifier.
     *
     * @param name of few words, and of ours
     * @param asker who began it: it may do what others have asked for, too
     */
    public WorkSpan round(String name, Asker asker) {
        var id = WorkId.fresh();
        if (!asker.id().isEmpty()) {
            LOG.log(Level.DEBUG, "{0} {1} was begun by {2}", name, id, asker.id());
        }
        return tracing.map(on -> on.round(name, id, asker)).orElseGet(() -> WorkSpan.named(id));
    }

    /** The run of a job has an identifier already. */
    public WorkSpan run(String job, UUID run) {
        var id = run.toString();
        return tracing.map(on -> on.run(job, id)).orElseGet(() -> WorkSpan.named(id));
    }
}
