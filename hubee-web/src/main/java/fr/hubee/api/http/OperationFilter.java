package fr.hubee.api.http;

import fr.hubee.http.ProblemJson;
import fr.hubee.http.RefusalHelp;
import fr.hubee.http.RequestTrace;
import fr.hubee.http.RunningRequests;
import fr.hubee.kernel.shared.RefusalText;
import fr.hubee.websecurity.CurrentCaller;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
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
 * (specification §4.3). Logs each refusal,
 * and links the page that explains it.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OperationFilter implements ContainerRequestFilter, ContainerResponseFilter {
    /** The header that asks for the answer only: an operation that does not know it must not do what it should only try. */
    public static final String DRY_RUN = "HubEE-Dry-Run";

    private static final Map<Method, Operation> OPERATIONS = new ConcurrentHashMap<>();

    @Inject
    CurrentCaller currentCaller;

    @Inject
    CallLog calls;

    @Context
    ResourceInfo operation;

    /**
     * An operation of the API.
     *
     * @param path with the names of its parameters instead of their values
     * @param parameters of its query
     * @param dry whether it can be asked without a change
     */
    private record Operation(String path, Set<String> parameters, boolean dry) {

        static Operation of(Method method, String base) {
            return new Operation(
                    base.replaceFirst("/$", "")
                            + path(method.getDeclaringClass().getAnnotation(Path.class))
                            + path(method.getAnnotation(Path.class)),
                    Stream.of(method.getParameters())
                            .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class))
                            .filter(annotation -> annotation != null)
                            .map(QueryParam::value)
                            .collect(Collectors.toUnmodifiableSet()),
                    Stream.of(method.getParameters())
                            .map((Parameter parameter) -> parameter.getAnnotation(HeaderParam.class))
                            .anyMatch(header -> header != null && header.value().equals(DRY_RUN)));
        }

        private static String path(Path path) {
            return path == null || path.value().equals("/") ? "" : path.value();
        }
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = operation.getResourceMethod();
        var known = OPERATIONS.computeIfAbsent(
                method,
                any -> Operation.of(any, request.getUriInfo().getBaseUri().getPath()));
        if (currentCaller.isKnown()) {
            calls.begin(currentCaller.get().name(), request.getMethod() + " " + known.path(), currentCaller.software());
        }
        var exchange = ServletRequestContext.requireCurrent().getExchange();
        RunningRequests.name(exchange, name(method));
        RequestTrace.name(exchange, method);
        var given = request.getUriInfo().getQueryParameters();
        if (!given.isEmpty()) {
            given.keySet().stream()
                    .filter(name -> !known.parameters().contains(name))
                    .findFirst()
                    .ifPresent(unknown -> reject(unknown, request));
        }
        if (!known.dry() && request.getHeaderString(DRY_RUN) != null) {
            request.abortWith(ErrorJson.of(
                    400, RefusalReason.PARAMETER_UNKNOWN, "This operation has no dry run: send it without " + DRY_RUN));
        }
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static void reject(String unknown, ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var finding = ValidationText.unexpectedQueryParameter(unknown, uri.getPath());
        request.abortWith(ErrorJson.of(
                400,
                RefusalReason.PARAMETER_UNKNOWN,
                ValidationText.invalid(
                        request.getMethod(), uri.getRequestUri().getPath(),
                        RefusalText.of("query.").and(ValidationText.name(unknown)), List.of(finding))));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isRefusal(response.getStatus())) {
            var method = operation.getResourceMethod();
            if (method == null && currentCaller.isKnown()) {
                beginUnknown(request);
            }
            RefusalLog.write(
                    method == null ? "API" : name(method),
                    currentCaller.isKnown() ? currentCaller.get().name() : "unknown",
                    response.getStatus(),
                    response.getEntity() instanceof ErrorJson error ? error.reason() : "");
        }
        if (response.getEntity() instanceof ErrorJson error) {
            CallLog.refused(error.reason(), error.logged(), error.detail());
            explain(error, request, response);
        }
    }

    /** Begins the log of a call with a method, path or media type that the API does not have: no filter before its operation saw it. */
    private void beginUnknown(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var name = UnknownOperation.name(request.getMethod(), uri.getBaseUri().getPath(), uri.getPath());
        calls.begin(currentCaller.get().name(), name, currentCaller.software());
    }

    private static void explain(ErrorJson error, ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Link", RefusalHelp.link(error.reason()));
        if (ProblemJson.isAsked(request.getHeaderString("Accept"))) {
            var texts = error.errors().stream().map(ErrorJson.Item::message).toList();
            response.setEntity(
                    ProblemJson.of(response.getStatus(), error.reason(), error.detail(), texts),
                    new Annotation[0],
                    MediaType.valueOf(ProblemJson.TYPE));
        }
    }

    /** Whether it is a refusal; an outage is not, and has its own log line. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status != 503 && status != 507;
    }
}
