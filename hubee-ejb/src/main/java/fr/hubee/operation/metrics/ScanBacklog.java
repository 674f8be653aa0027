package fr.hubee.operation.metrics;

/**
 * The files that wait for the antivirus.
 *
 * @param oldest seconds since the oldest waiting file was received
 */
record ScanBacklog(long waiting, double oldest) {}
