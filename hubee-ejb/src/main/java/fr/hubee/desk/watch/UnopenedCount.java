package fr.hubee.desk.watch;

/**
 * The number of cases that nobody has opened after the first delay.
 *
 * @param services number of services that have such cases
 */
public record UnopenedCount(long cases, long services) {}
