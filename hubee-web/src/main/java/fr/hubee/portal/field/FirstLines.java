package fr.hubee.portal.field;

import java.util.List;

/** The first lines of a list that is read by key, and whether there are more after them. */
public record FirstLines<T>(List<T> shown, boolean more) {
    /** @param read one line more than is shown, if there are so many */
    public static <T> FirstLines<T> of(List<T> read, int most) {
        return new FirstLines<>(read.subList(0, Math.min(most, read.size())), read.size() > most);
    }

    /** Returns the last shown line, only when there are more. */
    public T last() {
        return shown.get(shown.size() - 1);
    }
}
