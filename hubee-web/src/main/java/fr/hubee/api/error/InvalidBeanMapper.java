package fr.hubee.api.error;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** A body that can be read but breaks the schema: what is missing, too long, or not of the pattern. */
@Provider
public class InvalidBeanMapper implements ExceptionMapper<ConstraintViolationException> {
    @Context
    Request request;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        var text = ValidationText.invalid(
                request.getMethod(),
                uri.getRequestUri().getPath(),
                "body",
                findings(invalid.getConstraintViolations()));
        return ErrorJson.of(400, text);
    }

    private static List<String> findings(Collection<ConstraintViolation<?>> violations) {
        var missing = new TreeMap<String, TreeSet<String>>();
        var others = new TreeSet<String>();
        for (var violation : violations) {
            var steps = pointer(violation.getPropertyPath());
            if (steps.isEmpty()) {
                others.add("A request body is required but none found.");
            } else if (violation.getConstraintDescriptor().getAnnotation() instanceof NotNull) {
                var owner = String.join("", steps.subList(0, steps.size() - 1));
                missing.computeIfAbsent(owner, any -> new TreeSet<>())
                        .add(steps.get(steps.size() - 1).substring(1));
            } else {
                others.add(ValidationText.at(String.join("", steps), finding(violation)));
            }
        }
        var all = new ArrayList<String>();
        missing.forEach((owner, names) -> all.add(ValidationText.at(owner, ValidationText.missing(names))));
        all.addAll(others);
        return all;
    }

    /** The steps of a JSON pointer, each with its slash; the method and its parameter are left out. */
    private static List<String> pointer(Path path) {
        var steps = new ArrayList<String>();
        for (var node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                steps.add("/" + node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                steps.add("/" + node.getName());
            }
        }
        return steps;
    }

    private static String finding(ConstraintViolation<?> violation) {
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Size size) {
            return violation.getInvalidValue() instanceof Collection<?> items
                    ? ValidationText.tooShort(size.min(), items.size())
                    : ValidationText.tooLong(
                            String.valueOf(violation.getInvalidValue()).length(), size.max());
        }
        return violation.getMessage();
    }
}
