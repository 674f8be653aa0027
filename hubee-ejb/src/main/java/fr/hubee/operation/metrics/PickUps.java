package fr.hubee.operation.metrics;

/**
 * The cases of a démarche that were picked up in the last hour.
 *
 * @param by {@code person} or {@code software}
 * @param median of the seconds since their transmission
 * @param slowest the seconds that 95 % of them did not exceed
 */
record PickUps(String processCode, String by, long count, double median, double slowest) {}
