/**
 * Cache invalidation between nodes. A trigger announces a change with its commit (PostgreSQL's NOTIFY), and each node
 * listens on a connection of its own. A new cache adds a {@link fr.hubee.invalidation.Subject}, its trigger, and an
 * observer of {@link fr.hubee.invalidation.Invalidation}; it answers only while
 * {@link fr.hubee.invalidation.InvalidationLease} is held.
 */
package fr.hubee.invalidation;
