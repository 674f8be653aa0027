/**
 * The operator: the schema and its releases, its settings, its metrics.
 *
 * <p>Start with {@code operation.schema.DatabaseMigration} and {@link fr.hubee.operation.metrics.HubMetrics}. It calls every room but
 * {@code directory} and {@code desk}.
 */
package fr.hubee.operation;
