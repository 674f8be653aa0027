package fr.hubee.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.hubee.kernel.shared.RefusalText;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A body that cannot be read. Jackson's messages name classes and quote the body: they are not passed on. */
@Provider
public class InvalidJsonMapper implements ExceptionMapper<JsonProcessingException> {
    private static final Pattern FOUND =
            Pattern.compile("(Array|Object|Integer|Floating-point|Boolean|Null|String) (?:value|\")");

    @Context
    Request request;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(JsonProcessingException invalid) {
        boolean isJson = invalid instanceof MismatchedInputException;
        var reason = isJson ? RefusalReason.BODY_INVALID : RefusalReason.BODY_UNREADABLE;
        return refused(request, uri, reason, finding(invalid));
    }

    private static Response refused(Request request, UriInfo uri, RefusalReason reason, String finding) {
        var text = ValidationText.invalid(
                request.getMethod(), uri.getRequestUri().getPath(), "body", List.of(RefusalText.of(finding)));
        return ErrorJson.of(400, reason, text);
    }

    /** Bytes that look like UTF-16 or UTF-32, and are neither: Jackson finds that before it parses. */
    @Provider
    public static class NoTextMapper implements ExceptionMapper<CharConversionException> {
        @Context
        Request request;

        @Context
        UriInfo uri;

        @Override
        public Response toResponse(CharConversionException invalid) {
            return refused(request, uri, RefusalReason.BODY_UNREADABLE, "Unable to parse JSON");
        }
    }

    static String finding(JsonProcessingException invalid) {
        if (invalid instanceof MismatchedInputException mismatch) {
            return ValidationText.at(pointer(mismatch), mismatch(mismatch));
        }
        if (invalid instanceof JsonMappingException mapping) {
            return ValidationText.at(pointer(mapping), "Instance is not valid");
        }
        var where = invalid.getLocation();
        return where == null
                ? "Unable to parse JSON"
                : "Unable to parse JSON (line: " + where.getLineNr() + ", column: " + where.getColumnNr() + ")";
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static String mismatch(MismatchedInputException mismatch) {
        var target = mismatch.getTargetType();
        if (target != null && target.isEnum() && mismatch instanceof InvalidFormatException) {
            var values =
                    Stream.of(target.getEnumConstants()).map(String::valueOf).toList();
            return ValidationText.notInEnum(values);
        }
        if (target == UUID.class || target == Instant.class || isUnfitText(mismatch)) {
            return "Instance value is not valid (format: " + format(target) + ")";
        }
        return ValidationText.wrongType(found(mismatch), allowed(target)) + ")";
    }

    /** Whether it is a JSON string where one is expected: then its characters are not allowed. */
    private static boolean isUnfitText(MismatchedInputException mismatch) {
        return mismatch.getTargetType() == String.class
                && mismatch instanceof InvalidFormatException unfit
                && unfit.getValue() instanceof String;
    }

    private static String format(Class<?> target) {
        if (target == String.class) {
            return "characters";
        }
        return target == UUID.class ? "uuid" : "date-time";
    }

    private static boolean isNumber(Class<?> target) {
        return target == long.class || target == Long.class || target == int.class || target == Integer.class;
    }

    private static String allowed(Class<?> target) {
        if (target == null) {
            return "object";
        }
        if (isNumber(target)) {
            return "integer";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "boolean";
        }
        if (target == String.class || target.isEnum()) {
            return "string";
        }
        return List.class.isAssignableFrom(target) ? "array" : "object";
    }

    /** Returns the value that the parser found; it is closed by now, so only the message has it. */
    private static String found(MismatchedInputException mismatch) {
        var message = FOUND.matcher(mismatch.getOriginalMessage());
        if (!message.find()) {
            return "unknown";
        }
        var type = message.group(1);
        return type.equals("Floating-point") ? "number" : type.toLowerCase(Locale.ROOT);
    }
}
