package fr.hubee.api.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
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

/** Rejects query parameters that the operation does not declare, as the contract's gateway does (specification §4.3). */
@Provider
public class KnownQueryParameters implements ContainerRequestFilter {
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
