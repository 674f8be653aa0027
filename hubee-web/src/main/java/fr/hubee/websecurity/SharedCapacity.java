package fr.hubee.websecurity;

import io.undertow.servlet.handlers.ServletRequestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Places, or memory, for long transfers: one caller may use half of it, and may always have one part, however large. */
public final class SharedCapacity {
    /** The reason why nothing is left for a caller. */
    public enum Refusal {
        CALLER_HAS_ITS_SHARE,
        ALL_IS_USED
    }

    private final Map<String, Long> taken = new HashMap<>();
    private final long most;
    private long all;

    public SharedCapacity(long most) {
        this.most = most;
    }

    /** @return the refusal; empty when it is taken */
    public synchronized Optional<Refusal> take(String caller, long part) {
        long own = taken.getOrDefault(caller, 0L);
        if (own > 0 && own + part > most / 2) {
            return Optional.of(Refusal.CALLER_HAS_ITS_SHARE);
        }
        if (all > 0 && all + part > most) {
            return Optional.of(Refusal.ALL_IS_USED);
        }
        taken.put(caller, own + part);
        all += part;
        return Optional.empty();
    }

    public synchronized void giveBack(String caller, long part) {
        taken.computeIfPresent(caller, (any, own) -> own == part ? null : Long.valueOf(own - part));
        all -= part;
    }

    /** Takes it until the current request has ended, however it ends. */
    public Optional<Refusal> takeForThisRequest(String caller, long part) {
        var refusal = take(caller, part);
        if (refusal.isEmpty()) {
            ServletRequestContext.requireCurrent().getExchange().addExchangeCompleteListener((over, following) -> {
                giveBack(caller, part);
                following.proceed();
            });
        }
        return refusal;
    }
}
