package fr.hubee.exchange.notification;

/**
 * The number of cases of a merge that others fetch than before.
 *
 * @param software now fetched by the software of their new service
 * @param portal now fetched by the portal, where their new service works
 */
public record NewFetchers(long software, long portal) {}
