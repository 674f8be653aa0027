package fr.hubee.http;

import fr.hubee.kernel.trace.Tracing;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Exports the remaining spans when the application ends. */
@WebListener
public class TracingListener implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        Tracing.ofThisServer().ifPresent(Tracing::close);
    }
}
