package fr.hubee.kernel.database;

import java.util.List;
import java.util.function.Consumer;

/** Writes rows together. Where the database refuses one for its content, the others are written without it. */
public final class RowByRow {
    private RowByRow() {}

    /** @param <X> the checked exception of the database; inferred when there is none */
    @FunctionalInterface
    public interface Writing<T, X extends Exception> {
        /** Writes these rows in one transaction. */
        void write(List<T> rows) throws X;
    }

    /**
     * Writes the rows, in halves of halves where that fails.
     *
     * @param refused is told why the database refuses a row
     * @throws X when the database is away: some rows may be written
     */
    public static <T, X extends Exception> void write(List<T> rows, Writing<T, X> writing, Consumer<Exception> refused)
            throws X {
        try {
            writing.write(rows);
        } catch (Exception failure) {
            if (Outage.of(failure).isPresent()) {
                throw failure;
            }
            if (rows.size() <= 1) {
                refused.accept(failure);
                return;
            }
            int half = rows.size() / 2;
            write(rows.subList(0, half), writing, refused);
            write(rows.subList(half, rows.size()), writing, refused);
        }
    }
}
