/**
 * The operator: the schema and its releases, settings, metrics, and the commands without a server.
 *
 * <p>Start with {@code operation.schema.DatabaseMigration}, {@link fr.hubee.operation.metrics.HubMetrics} and
 * {@link fr.hubee.operation.preflight.EarMain}. It calls every room but {@code directory} and {@code desk}.
 */
package fr.hubee.operation;
