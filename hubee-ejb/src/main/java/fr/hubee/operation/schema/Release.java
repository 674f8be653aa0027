package fr.hubee.operation.schema;

/**
 * A release, as numbered in docs/releases.md.
 *
 * @param oldest the oldest release whose servers may run at the same time, on its schema: the previous one, unless that is impossible
 */
public record Release(int number, int oldest) {
    public static final Release THIS = new Release(2, 1);
}
