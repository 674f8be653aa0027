package fr.hubee.api.http;

import fr.hubee.api.error.ErrorJson;
import fr.hubee.api.error.ValidationText;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads identifiers and numbers of addresses, and refuses others with the contract's texts. */
@Provider
public class TypedParameters implements ParamConverterProvider {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGER_FORM = Pattern.compile("[0-9]{1,9}");

    @Context
    Request request;

    @Context
    UriInfo uri;

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var where = where(annotations);
        if (type == UUID.class) {
            return new Converter<>(text -> type.cast(uuid(text, where)));
        }
        if (type == Integer.class) {
            return new Converter<>(text -> type.cast(positive(text, where)));
        }
        return null;
    }

    private UUID uuid(String text, String where) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw refusal(where, ValidationText.notUuid(text));
        }
        return UUID.fromString(text);
    }

    private Integer positive(String text, String where) {
        if (!INTEGER_FORM.matcher(text).matches()) {
            throw refusal(where, ValidationText.wrongType("string", "integer", "number"));
        }
        int number = Integer.parseInt(text);
        if (number == 0) {
            throw refusal(where, "Numeric instance is lower than the required minimum (minimum: 1, found: 0)");
        }
        return number;
    }

    private BadRequestException refusal(String where, String finding) {
        var path = uri.getRequestUri().getPath();
        return new BadRequestException(
                ErrorJson.of(400, ValidationText.invalid(request.getMethod(), path, where, List.of(finding))));
    }

    private static String where(Annotation[] annotations) {
        return Stream.of(annotations)
                .map(annotation -> annotation instanceof PathParam path
                        ? "path." + path.value()
                        : annotation instanceof QueryParam query ? "query." + query.value() : "")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("request");
    }

    private record Converter<T>(Function<String, T> reading) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null ? null : reading.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
