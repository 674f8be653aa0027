package fr.hubee.operation.schema;

/**
 * A release, as docs/releases.md counts them.
 *
 * @param number of this one
 * @param oldest the oldest release whose servers may run beside it, on its schema: the one before, unless that is not
 *     possible
 */
public record Release(int number, int oldest) {
    public static final Release THIS = new Release(2, 1);
}
