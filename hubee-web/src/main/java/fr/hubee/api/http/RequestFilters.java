package fr.hubee.api.http;

import fr.hubee.http.RequestTimes;
import fr.hubee.http.RequestTrace;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
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

/** The filters that read a request as the contract says, before its operation runs. */
public final class RequestFilters {

    private RequestFilters() {}

    /** Turns a POST with {@code X-HTTP-Method-Override: PATCH} into a PATCH, for clients that cannot send one (specification §4.1). */
    @PreMatching
    @Provider
    public static class MethodOverride implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            var wanted = request.getHeaderString("X-HTTP-Method-Override");
            if (HttpMethod.POST.equals(request.getMethod()) && HttpMethod.PATCH.equalsIgnoreCase(wanted)) {
                request.setMethod(HttpMethod.PATCH);
            }
        }
    }

    /** Rejects query parameters that the operation does not declare, as the contract's gateway does (specification §4.3). */
    @Provider
    public static class KnownQueryParameters implements ContainerRequestFilter {
        private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

        @Context
        ResourceInfo operation;

        @Override
        public void filter(ContainerRequestContext request) {
            var uri = request.getUriInfo();
            var given = uri.getQueryParameters();
            if (given.isEmpty()) {
                return;
            }
            var known = KNOWN.computeIfAbsent(operation.getResourceMethod(), KnownQueryParameters::declared);
            for (var name : given.keySet()) {
                if (!known.contains(name)) {
                    var finding = ValidationText.unexpectedQueryParameter(name, uri.getPath());
                    request.abortWith(ErrorJson.of(
                            400,
                            RefusalReason.PARAMETER_UNKNOWN,
                            ValidationText.invalid(
                                    request.getMethod(),
                                    uri.getRequestUri().getPath(),
                                    "query." + name,
                                    List.of(finding))));
                    return;
                }
            }
        }

        private static Set<String> declared(Method method) {
            return Stream.of(method.getParameters())
                    .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
                    .filter(annotation -> annotation != null)
                    .map(QueryParam::value)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Turns a body that is too slow or truncated into an error of the client. */
    @Provider
    public static class IncomingBody implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (!HttpMethod.GET.equals(request.getMethod())) {
                request.setEntityStream(new FromSender(request.getEntityStream()));
            }
        }
    }

    /** Names the operation for the measurement of its duration, also when a later filter refuses it. */
    @Provider
    @Priority(Priorities.AUTHENTICATION)
    public static class TimedOperation implements ContainerRequestFilter {

        @Context
        ResourceInfo operation;

        @Override
        public void filter(ContainerRequestContext request) {
            var method = operation.getResourceMethod();
            var exchange = ServletRequestContext.requireCurrent().getExchange();
            RequestTimes.name(exchange, method.getDeclaringClass().getSimpleName() + "." + method.getName());
            RequestTrace.name(exchange, method);
        }
    }
}
