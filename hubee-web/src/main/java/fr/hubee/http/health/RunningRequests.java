package fr.hubee.http.health;

import jakarta.servlet.ServletContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The requests that run, from their headers to the last byte of the answer. The server counts them too, but not while a
 * body arrives ({@link fr.hubee.http.body}): it would stop in the middle of an upload.
 */
final class RunningRequests {
    private final Set<Object> running = ConcurrentHashMap.newKeySet();

    static RunningRequests of(ServletContext context) {
        return (RunningRequests) context.getAttribute(RunningRequests.class.getName());
    }

    void begin(Object request) {
        running.add(request);
    }

    void end(Object request) {
        running.remove(request);
    }

    Set<Object> now() {
        return Set.copyOf(running);
    }

    boolean hasAnyOf(Set<Object> those) {
        return those.stream().anyMatch(running::contains);
    }
}
