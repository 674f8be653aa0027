/**
 * The same figures for each organisation, month by month, beside the median of those that receive as much. An
 * organisation reads its own; of others, nothing of fewer than five is kept.
 */
package fr.hubee.statistics.organization;
