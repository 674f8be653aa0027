package fr.hubee.websecurity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.hubee.http.HttpSettings;
import fr.hubee.http.MetricsServlet;
import fr.hubee.http.OutageAnswer;
import fr.hubee.http.RequestKind;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Keeps threads and connections to the database for software: requests of people hold half of the threads at most, and as many of them are at
 * work as three quarters of the connections, so that tokens and calls of the API find one. One session, or one address without a session, has
 * some requests at work, and some that wait, each on a thread; the others are answered 429 at once, before anything is read for them
 * ({@code web.xml}). The proxy counts 503 as a fault of the node.
 */
public class PeoplePlaces extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The number of requests of one person that are at work. */
    static final int AT_WORK = 16;

    /** The number of further ones that wait: a browser asks for as many at once on one connection. */
    static final int WAITING = 64;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(5);

    @Inject
    transient HttpSettings settings;

    private transient Semaphore all;
    private transient Semaphore atWork;

    /** The places of each person, as long as one of her requests has or awaits one. */
    private final transient LoadingCache<String, Semaphore> ofPersons =
            Caffeine.newBuilder().weakValues().build(any -> new Semaphore(AT_WORK, true));

    @Override
    public void init() {
        all = new Semaphore(Math.max(settings.threads() / 2, 1));
        atWork = new Semaphore(Math.max(settings.connections() * 3 / 4, 1), true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        if (RequestKind.isForSoftware(path) || MetricsServlet.PATH.equals(path)) {
            chain.doFilter(request, response);
        } else if (all.tryAcquire()) {
            try {
                serveOne(ofPersons.get(person(request)), request, response, chain);
            } finally {
                all.release();
            }
        } else {
            refuse(response);
        }
    }

    private void serveOne(Semaphore own, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (own.getQueueLength() < WAITING) {
            serveIn(own, request, response, (same, answer) -> serveIn(atWork, request, response, chain));
        } else {
            refuse(response);
        }
    }

    private static void serveIn(
            Semaphore places, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isTaken(places)) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }

    private static boolean isTaken(Semaphore places) {
        try {
            return places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String person(HttpServletRequest request) {
        return PersonCookie.token(request).orElseGet(request::getRemoteAddr);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        OutageAnswer.sendPage(429, LATER, response);
    }
}
