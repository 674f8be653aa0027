package fr.hubee.api.directory;

import fr.hubee.journal.job.HubStarted;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Notifies the timers that the hub has started: the web module starts last, after {@link Bootstrap}. Warns when the server lacks
 * an option that it should have.
 */
@WebListener
public class StartListener implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(StartListener.class.getName());

    @Inject
    Event<HubStarted> started;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!OutOfMemory.endsTheProcess(ManagementFactory.getRuntimeMXBean().getInputArguments().stream())) {
            LOG.log(
                    Level.WARNING,
                    "The server would stay without memory: add {0} to its JAVA_OPTS",
                    OutOfMemory.OPTION);
        }
        started.fire(new HubStarted());
    }

    /** Checks that the process ends when its heap is exhausted: otherwise it would continue without answering. */
    static final class OutOfMemory {
        static final String OPTION = "-XX:+ExitOnOutOfMemoryError";

        private static final List<String> ENDING =
                List.of(OPTION, "-XX:+CrashOnOutOfMemoryError", "-XX:OnOutOfMemoryError=");

        private OutOfMemory() {}

        /** @param arguments of the Java virtual machine */
        static boolean endsTheProcess(Stream<String> arguments) {
            return arguments.anyMatch(argument -> ENDING.stream().anyMatch(argument::startsWith));
        }
    }
}
