package fr.hubee.http;

import fr.hubee.kernel.trace.PeriodicTask;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;

/** Checks several times a second whether a drain is requested. */
@WebListener
public class HealthListener implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(HealthListener.class.getName());

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(250);

    @Resource
    ManagedThreadFactory threads;

    @Inject
    HttpSettings settings;

    private Drain drain;
    private PeriodicTask checks;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var context = event.getServletContext();
        var folder = Path.of(System.getProperty("jboss.server.temp.dir"), "hubee-drain");
        drain = new Drain(folder, settings.drainNotice(), RunningRequests.of(context), System::nanoTime);
        try {
            drain.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        context.setAttribute(Drain.class.getName(), drain);
        checks = new PeriodicTask(BETWEEN_CHECKS, drain::check, HealthListener::failed);
        checks.start(threads);
    }

    private static void failed(Throwable failure) {
        LOG.log(Level.WARNING, "Nobody could look whether this node is to drain", failure);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (checks == null) {
            return; // the start has failed before
        }
        checks.close();
        RunningRequests.of(event.getServletContext()).leave(true);
        try {
            drain.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
