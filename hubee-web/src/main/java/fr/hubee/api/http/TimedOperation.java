package fr.hubee.api.http;

import fr.hubee.http.RouteTemplate;
import fr.hubee.http.monitoring.RequestTimes;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Names the operation for the measurement of its duration, also when a later filter refuses it. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class TimedOperation implements ContainerRequestFilter {

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = operation.getResourceMethod();
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        RequestTimes.name(exchange, method.getDeclaringClass().getSimpleName() + "." + method.getName());
        RouteTemplate.name(exchange, method);
    }
}
