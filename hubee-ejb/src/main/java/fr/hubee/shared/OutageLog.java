package fr.hubee.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/** Logs an outage once a minute, however many requests it affects. */
@ApplicationScoped
public class OutageLog {
    private static final System.Logger LOG = System.getLogger(OutageLog.class.getName());

    private final Map<Outage, OncePerMinute> kinds = new EnumMap<>(Outage.class);

    @Inject
    Clock clock;

    public OutageLog() {
        for (var kind : Outage.values()) {
            kinds.put(kind, new OncePerMinute());
        }
    }

    /** @return whether it was an outage; other failures are not logged */
    public boolean met(Throwable failure) {
        var outage = Outage.of(failure);
        outage.ifPresent(each -> met(each, failure));
        return outage.isPresent();
    }

    public void met(Outage outage, Throwable failure) {
        kinds.get(outage)
                .next(clock.instant())
                .ifPresent(unsaid -> LOG.log(
                        Level.ERROR,
                        "{0} {1} ({2} more since the last such line)",
                        outage.code(),
                        last(failure),
                        unsaid));
    }

    /** The root cause. */
    private static String last(Throwable failure) {
        var last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.toString();
    }
}
