/**
 * The connection to the database, and the messages from node to node through it.
 *
 * <p>Caches: a trigger announces a change with its commit (PostgreSQL's NOTIFY), and each node listens on a connection of its own. A new
 * cache adds a {@link fr.hubee.kernel.database.Invalidation.Subject}, its trigger, and an observer of {@link fr.hubee.kernel.database.Invalidation}; it
 * answers only while {@link fr.hubee.kernel.database.InvalidationLease} is held. Repeated requests: their stored answers.
 * Also what {@link fr.hubee.kernel.database.Outage} recognises, and short {@link fr.hubee.kernel.database.Transactions}.
 */
package fr.hubee.kernel.database;
