package fr.hubee.api.http;

import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts path and query parameters, and rejects invalid ones with the contract's texts. */
@Provider
public class TypedParameters implements ParamConverterProvider {
    static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INTEGER_FORM = Pattern.compile("[0-9]{1,9}");

    private static final Pattern LONG_FORM = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ORGANIZATION_FORM = Pattern.compile(OrganizationKey.FORM);

    private static final int LONGEST_PAGE = 5000;

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var where = where(annotations);
        if (type == UUID.class) {
            return new Converter<>(text -> type.cast(uuid(text, where)));
        }
        if (type == Integer.class) {
            int least = Stream.of(annotations).anyMatch(PositiveOrZero.class::isInstance) ? 0 : 1;
            return new Converter<>(text -> type.cast(integer(text, where, least)));
        }
        if (type == Long.class) {
            return new Converter<>(text -> type.cast(number(text, LONG_FORM, where)));
        }
        if (type == OrganizationKey.class) {
            return new Converter<>(text -> type.cast(organization(text, where)));
        }
        if (type.isEnum()) {
            return new Converter<>(text -> constant(type, text, where));
        }
        // the database cannot store NUL: a text with one matches nothing
        return type == String.class ? new Converter<>(text -> type.cast(text.replace('\0', '\uFFFD'))) : null;
    }

    private static UUID uuid(String text, String where) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new RefusedParameter(where, ValidationText.notUuid(text));
        }
        return UUID.fromString(text);
    }

    private static Integer integer(String text, String where, int least) {
        int number = (int) number(text, INTEGER_FORM, where);
        if (number < least) {
            throw new RefusedParameter(
                    where, "Numeric instance is lower than the required minimum (minimum: " + least + ", found: 0)");
        }
        return number;
    }

    private static long number(String text, Pattern form, String where) {
        if (!form.matcher(text).matches()) {
            throw new RefusedParameter(where, ValidationText.wrongType("string", "integer", "number"));
        }
        return Long.parseLong(text);
    }

    private static OrganizationKey organization(String text, String where) {
        if (!ORGANIZATION_FORM.matcher(text).matches()) {
            throw new RefusedParameter(where, ValidationText.noMatch(OrganizationKey.FORM));
        }
        return OrganizationKey.parse(text)
                .orElseThrow(() -> new NotFoundException(ErrorJson.of(
                        404,
                        RefusalReason.NOT_FOUND,
                        NotFound.of("Organization").getMessage())));
    }

    private static <T> T constant(Class<T> type, String text, String where) {
        var constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> RefusedParameter.notIn(
                        constants.stream().map(String::valueOf).toList(), where));
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

    /** Returns the size of a page, reduced to the maximum if it is larger: clients page, or filter. */
    public static int pageSize(int maxResult) {
        return Math.min(maxResult, LONGEST_PAGE);
    }

    /** Returns the values that a client sends as repeated parameters, or as one with commas. */
    public static Set<String> values(List<String> parameters) {
        return parameters.stream()
                .flatMap(parameter -> Stream.of(parameter.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
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
