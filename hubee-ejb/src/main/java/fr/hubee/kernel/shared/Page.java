package fr.hubee.kernel.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param offset number of items before it
 * @param total number of items in all
 */
public record Page<T>(List<T> items, int offset, long total) {

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), offset, total);
    }
}
