package fr.hubee.api.http;

import fr.hubee.http.RequestTrace;
import fr.hubee.http.RunningRequests;
import fr.hubee.websecurity.CurrentCaller;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the operation for the measurement of its duration; rejects query parameters that it does not declare, as the contract's gateway does
 * (specification §4.3). Logs each refusal.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OperationFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Map<Method, Set<String>> DECLARED = new ConcurrentHashMap<>();

    @Inject
    CurrentCaller currentCaller;

    @Context
    ResourceInfo operation;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = operation.getResourceMethod();
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        RunningRequests.name(exchange, name(method));
        RequestTrace.name(exchange, method);
        var given = request.getUriInfo().getQueryParameters();
        if (!given.isEmpty()) {
            var declared = DECLARED.computeIfAbsent(method, OperationFilter::declared);
            given.keySet().stream()
                    .filter(name -> !declared.contains(name))
                    .findFirst()
                    .ifPresent(unknown -> reject(unknown, request));
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static Set<String> declared(Method method) {
        return Stream.of(method.getParameters())
                .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void reject(String unknown, ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var finding = ValidationText.unexpectedQueryParameter(unknown, uri.getPath());
        request.abortWith(ErrorJson.of(
                400,
                RefusalReason.PARAMETER_UNKNOWN,
                ValidationText.invalid(
                        request.getMethod(), uri.getRequestUri().getPath(), "query." + unknown, List.of(finding))));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isRefusal(response.getStatus())) {
            var method = operation.getResourceMethod();
            RefusalLog.write(
                    method == null ? "API" : name(method),
                    currentCaller.isKnown() ? currentCaller.get().name() : "unknown",
                    response);
        }
    }

    /** Whether it is a refusal; an outage is not, and has its own log line. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status != 503 && status != 507;
    }
}
