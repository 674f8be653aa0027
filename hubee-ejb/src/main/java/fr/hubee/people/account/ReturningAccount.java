package fr.hubee.people.account;

import java.util.UUID;

/**
 * An account that a merge moved, as it is today.
 *
 * @param returns whether its person still acts for the successor, so that undoing the merge gives it back
 * @param changed since the merge, its person or its rights
 */
public record ReturningAccount(UUID id, String name, long version, boolean active, boolean returns, boolean changed) {}
