package fr.hubee.api.http;

import fr.hubee.websecurity.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;

/** Logs one line for each refusal: operation, client, status, reason; nothing of the request's content. */
@Provider
public class RefusalLog implements ContainerResponseFilter {
    private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());

    @Inject
    CurrentCaller currentCaller;

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isRefusal(response.getStatus())) {
            var who = currentCaller.isKnown() ? currentCaller.get().name() : "unknown";
            var why = response.getEntity() instanceof ErrorJson error ? error.reason() : "";
            LOG.log(Level.INFO, "{0} refused to {1}: {2} {3}", operation(), who, "" + response.getStatus(), why);
        }
    }

    /** Whether it is a refusal; an outage is not, and has its own log line. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status != 503 && status != 507;
    }

    private String operation() {
        var method = operation.getResourceMethod();
        return method == null ? "API" : method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
