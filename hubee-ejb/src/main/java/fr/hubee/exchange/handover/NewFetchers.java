package fr.hubee.exchange.handover;

/**
 * How many cases of a merge are fetched by others than before.
 *
 * @param software that of their new service
 * @param portal where their new service works
 */
public record NewFetchers(long software, long portal) {}
