package fr.hubee.http;

import io.undertow.server.HttpHandler;
import jakarta.servlet.ServletContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The running requests, from their headers to the last byte of the answer. The server counts them too, but not while a body arrives ({@link
 * fr.hubee.http.body}): it would stop in the middle of an upload.
 */
final class RunningRequests {
    /** The requests, each with a check whether its connection is open. */
    private final Map<Object, BooleanSupplier> running = new ConcurrentHashMap<>();

    static RunningRequests of(ServletContext context) {
        return (RunningRequests) context.getAttribute(RunningRequests.class.getName());
    }

    HttpHandler counting(HttpHandler next) {
        return exchange -> {
            begin(exchange, exchange.getConnection()::isOpen);
            exchange.addExchangeCompleteListener((over, following) -> {
                end(over);
                following.proceed();
            });
            next.handleRequest(exchange);
        };
    }

    void begin(Object request, BooleanSupplier isConnected) {
        running.put(request, isConnected);
    }

    void end(Object request) {
        running.remove(request);
    }

    /** Removes requests whose caller is gone: not all of them end. */
    void forgetLost() {
        running.values().removeIf(isConnected -> !isConnected.getAsBoolean());
    }

    Set<Object> now() {
        return Set.copyOf(running.keySet());
    }

    boolean hasAnyOf(Set<Object> those) {
        return those.stream().anyMatch(running::containsKey);
    }
}
