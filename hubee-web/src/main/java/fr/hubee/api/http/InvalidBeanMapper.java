package fr.hubee.api.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.hubee.kernel.shared.RefusalText;
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
import java.util.stream.Stream;

/** A readable body that violates the schema: a value is missing, too long, or does not match its pattern. */
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
                findings(invalid.getConstraintViolations()).stream()
                        .map(RefusalText::of)
                        .toList());
        return ErrorJson.of(400, RefusalReason.BODY_INVALID, text);
    }

    static List<String> findings(Collection<? extends ConstraintViolation<?>> violations) {
        var missing = new TreeMap<String, TreeSet<String>>();
        var others = new TreeSet<String>();
        for (var violation : violations) {
            var steps = pointer(violation.getPropertyPath());
            if (steps.isEmpty()) {
                others.add("A request body is required but none found.");
            } else if (isMissing(violation)) {
                var owner = String.join("", steps.subList(0, steps.size() - 1));
                missing.computeIfAbsent(owner, any -> new TreeSet<>()).add(contractName(violation));
            } else {
                others.add(ValidationText.at(String.join("", steps), finding(violation)));
            }
        }
        var all = new ArrayList<String>();
        missing.forEach((owner, names) -> all.add(ValidationText.at(owner, ValidationText.missing(names))));
        all.addAll(others);
        return all;
    }

    /** Returns the steps of a JSON pointer, each with its slash; the method and its parameter are left out. */
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

    private static boolean isMissing(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull
                && last(violation.getPropertyPath()).getKind() == ElementKind.PROPERTY;
    }

    /** Returns the JSON name, which may differ from the Java name. */
    private static String contractName(ConstraintViolation<?> violation) {
        var component = last(violation.getPropertyPath()).getName();
        return Stream.of(violation.getLeafBean().getClass().getRecordComponents())
                .filter(candidate -> candidate.getName().equals(component))
                .map(found -> found.getAccessor().getAnnotation(JsonProperty.class))
                .filter(given -> given != null && !given.value().isEmpty())
                .map(JsonProperty::value)
                .findFirst()
                .orElse(component);
    }

    private static Path.Node last(Path path) {
        var last = path.iterator().next();
        for (var node : path) {
            last = node;
        }
        return last;
    }

    private static String finding(ConstraintViolation<?> violation) {
        if (violation.getInvalidValue() == null) {
            return "Instance value may not be null";
        }
        if (violation.getConstraintDescriptor().getAnnotation() instanceof Size size) {
            return violation.getInvalidValue() instanceof Collection<?> items
                    ? wrongNumber(size, items.size())
                    : ValidationText.tooLong(
                            String.valueOf(violation.getInvalidValue()).length(), size.max());
        }
        return violation.getMessage();
    }

    private static String wrongNumber(Size allowed, int items) {
        return items > allowed.max()
                ? ValidationText.tooMany(allowed.max(), items)
                : ValidationText.tooShort(allowed.min(), items);
    }
}
