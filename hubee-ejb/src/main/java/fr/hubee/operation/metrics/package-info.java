/**
 * Metrics for operators: gauges that the database answers, read at most every fifteen seconds and only on request (ADR 49).
 *
 * <p>Start with {@link fr.hubee.operation.metrics.HubMetrics}.
 */
package fr.hubee.operation.metrics;
