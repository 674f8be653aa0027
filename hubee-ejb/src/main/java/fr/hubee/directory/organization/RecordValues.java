package fr.hubee.directory.organization;

import fr.hubee.kernel.shared.OneValue;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads and makes records by the names of their components: « retention.archivingDays ». The journal names what changed in the same way,
 * so that one name serves a form, the journal and the file that fills a new hub.
 */
public final class RecordValues {
    private RecordValues() {}

    /** @param whole a public record, of which no part on the way is null */
    public static Object read(Record whole, String name) {
        Object value = whole;
        for (var step : name.split("\\.", -1)) {
            try {
                value = value.getClass().getMethod(step).invoke(value);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalArgumentException(name, impossible);
            }
        }
        return value;
    }

    /** @param values gives the value of each component that is no part of several */
    public static <R extends Record> R make(Class<R> type, Function<String, Object> values) {
        return make(type, "", values);
    }

    private static <R extends Record> R make(Class<R> type, String prefix, Function<String, Object> values) {
        var components = type.getRecordComponents();
        var arguments = Stream.of(components)
                .map(component -> isWhole(component)
                        ? make(component.getType().asSubclass(Record.class), prefix + component.getName() + ".", values)
                        : values.apply(prefix + component.getName()))
                .toArray();
        try {
            return type.getConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(type.getName(), impossible);
        }
    }

    private static boolean isWhole(RecordComponent component) {
        return component.getType().isRecord() && !OneValue.class.isAssignableFrom(component.getType());
    }
}
