package fr.hubee.api.bootstrap;

import fr.hubee.job.HubStarted;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Notifies the timers that the hub has started: the web module starts last, after {@link Bootstrap}. */
@WebListener
public class StartListener implements ServletContextListener {
    @Inject
    Event<HubStarted> started;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        started.fire(new HubStarted());
    }
}
